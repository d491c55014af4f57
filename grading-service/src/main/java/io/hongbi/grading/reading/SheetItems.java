package io.hongbi.grading.reading;

import io.hongbi.common.layout.SheetItem;
import io.hongbi.common.layout.StudentNumber;
import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.Item.Alternative;
import io.hongbi.common.reading.Item.Kind;
import io.hongbi.common.reading.Item.State;
import io.hongbi.common.reading.Point;
import io.hongbi.common.reading.SheetIdentity;
import io.hongbi.common.reading.SheetIdentity.FilledNumber;
import io.hongbi.grading.glyph.GlyphRecognition;
import io.hongbi.grading.photo.Raster;
import io.hongbi.grading.sheet.BubbleChoice;
import io.hongbi.grading.sheet.FoundSheet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The items of a page that was found: what its bubbles say, and what is written in its boxes. */
final class SheetItems {

    private final GlyphRecognition glyphs;

    SheetItems(GlyphRecognition glyphs) {
        this.glyphs = glyphs;
    }

    /** A page and what stands on it. */
    record Page(SheetIdentity identity, List<Item> items) {

        Page {
            items = List.copyOf(items);
        }
    }

    /**
     * Reads whose page it is and all items.
     *
     * @param factor pixels of the photo to one of the raster that was read
     */
    Page read(FoundSheet sheet, Raster grey, double factor) {
        var written = WrittenItems.of(sheet, grey, glyphs);
        var code = sheet.code();
        return new Page(
                new SheetIdentity(code.page(), code.studentNumber(), number(sheet, written)),
                sheet.page().items().stream()
                        .map(item -> item(item, sheet, written, factor))
                        .toList());
    }

    private static @Nullable FilledNumber number(FoundSheet sheet, WrittenItems written) {
        var choice = sheet.studentNumber();
        if (choice != null) {
            return new FilledNumber(
                    choice.response(), choice.state(), confidence(choice.confidence()));
        }
        if (!(sheet.page().studentNumber() instanceof StudentNumber.Boxes(var boxes))) {
            return null;
        }
        var number = written.answer(boxes, Notation.number(false, 0));
        return new FilledNumber(number.response(), number.state(), confidence(number.confidence()));
    }

    private static Item item(
            SheetItem item, FoundSheet sheet, WrittenItems written, double factor) {
        var region = region(item, sheet, factor);
        return switch (item) {
            case SheetItem.Choice choice ->
                    chosen(item, Kind.CHOICE, region, sheet.choice(choice.itemId()));
            case SheetItem.TrueFalse trueFalse ->
                    chosen(item, Kind.TRUE_FALSE, region, sheet.choice(trueFalse.itemId()));
            case SheetItem.Digits(_, var sign, var decimals, var boxes) ->
                    written(
                            item,
                            Kind.DIGITS,
                            region,
                            written.answer(boxes, Notation.number(sign, decimals)));
            case SheetItem.Letters(_, var boxes) ->
                    written(item, Kind.LETTERS, region, written.answer(boxes, Notation.word()));
            case SheetItem.Free(_, var place) ->
                    new Item(
                            item.itemId(),
                            Kind.FREE,
                            region,
                            null,
                            null,
                            sheet.unwritten(place) ? State.BLANK : State.DOUBTFUL,
                            new Confidence(sheet.unwritten(place) ? 0.99 : 0.5),
                            List.of());
        };
    }

    private static List<Point> region(SheetItem item, FoundSheet sheet, double factor) {
        return SheetCrops.corners(item, sheet).stream()
                .map(c ->
                        new Point((int) Math.round(c[0] * factor), (int) Math.round(c[1] * factor)))
                .toList();
    }

    private static Item chosen(SheetItem item, Kind kind, List<Point> region, BubbleChoice choice) {
        var others =
                choice.alternatives().stream()
                        .filter(other -> !other.equals(choice.response()))
                        .toList();
        double each = others.isEmpty() ? 0 : (1 - choice.confidence()) / others.size();
        return new Item(
                item.itemId(),
                kind,
                region,
                null,
                choice.response(),
                choice.state(),
                confidence(choice.confidence()),
                others.stream().map(other -> new Alternative(other, confidence(each))).toList());
    }

    private static Item written(
            SheetItem item, Kind kind, List<Point> region, WrittenAnswer answer) {
        return new Item(
                item.itemId(),
                kind,
                region,
                null,
                answer.response(),
                answer.state(),
                confidence(answer.confidence()),
                answer.alternatives().stream()
                        .map(other ->
                                new Alternative(other.response(), confidence(other.probability())))
                        .toList());
    }

    private static Confidence confidence(double value) {
        return new Confidence(Rounded.toFourPlaces(value));
    }
}
