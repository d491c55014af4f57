package io.hongbi.grading.reading;

import io.hongbi.common.layout.Box;
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
import io.hongbi.grading.glyph.BoxCorners;
import io.hongbi.grading.glyph.Glyph;
import io.hongbi.grading.glyph.GlyphRecognition;
import io.hongbi.grading.glyph.GlyphRecognition.Alphabet;
import io.hongbi.grading.photo.Raster;
import io.hongbi.grading.sheet.BubbleChoice;
import io.hongbi.grading.sheet.FoundSheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        var written = new HashMap<Box, Glyph>();
        written.putAll(recognise(sheet, grey, Alphabet.DIGITS));
        written.putAll(recognise(sheet, grey, Alphabet.LETTERS));
        var code = sheet.code();
        return new Page(
                new SheetIdentity(code.page(), code.studentNumber(), number(sheet, written)),
                sheet.page().items().stream()
                        .map(item -> item(item, sheet, written, factor))
                        .toList());
    }

    private static @Nullable FilledNumber number(FoundSheet sheet, Map<Box, Glyph> written) {
        var choice = sheet.studentNumber();
        if (choice != null) {
            return new FilledNumber(
                    choice.response(), choice.state(), confidence(choice.confidence()));
        }
        var boxes = numberBoxes(sheet);
        if (boxes.isEmpty()) {
            return null;
        }
        var number =
                WrittenAnswer.digits(glyphs(boxes, written), false, 0)
                        .unlessSeen(sheet.seen(boxes));
        return new FilledNumber(number.response(), number.state(), confidence(number.confidence()));
    }

    private static List<Box> numberBoxes(FoundSheet sheet) {
        return sheet.page().studentNumber() instanceof StudentNumber.Boxes(var boxes)
                ? boxes
                : List.of();
    }

    /** All boxes of the page in one go: a batch costs less than its parts. */
    private Map<Box, Glyph> recognise(FoundSheet sheet, Raster grey, Alphabet alphabet) {
        var boxes = new ArrayList<Box>();
        if (alphabet == Alphabet.DIGITS) {
            boxes.addAll(numberBoxes(sheet));
        }
        sheet.page().items().stream()
                .filter(item -> alphabet == alphabet(item))
                .forEach(item -> boxes.addAll(item.places()));
        var corners =
                boxes.stream()
                        .map(box ->
                                new BoxCorners(
                                        sheet.corners(List.of(box), 0),
                                        box.widthMm(),
                                        box.heightMm()))
                        .toList();
        var found = glyphs.recognise(grey, corners, alphabet);
        var written = new HashMap<Box, Glyph>();
        for (int i = 0; i < boxes.size(); i++) {
            written.put(boxes.get(i), found.get(i));
        }
        return written;
    }

    private static @Nullable Alphabet alphabet(SheetItem item) {
        return switch (item) {
            case SheetItem.Digits _ -> Alphabet.DIGITS;
            case SheetItem.Letters _ -> Alphabet.LETTERS;
            case SheetItem.Choice _, SheetItem.TrueFalse _, SheetItem.Free _ -> null;
        };
    }

    private static Item item(
            SheetItem item, FoundSheet sheet, Map<Box, Glyph> written, double factor) {
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
                            WrittenAnswer.digits(glyphs(boxes, written), sign, decimals)
                                    .unlessSeen(sheet.seen(boxes)));
            case SheetItem.Letters(_, var boxes) ->
                    written(
                            item,
                            Kind.LETTERS,
                            region,
                            WrittenAnswer.letters(glyphs(boxes, written))
                                    .unlessSeen(sheet.seen(boxes)));
            case SheetItem.Free(_, var place) ->
                    new Item(
                            item.itemId(),
                            Kind.FREE,
                            region,
                            null,
                            null,
                            sheet.untouched(place) ? State.BLANK : State.DOUBTFUL,
                            new Confidence(sheet.untouched(place) ? 0.99 : 0.5),
                            List.of());
        };
    }

    private static List<Glyph> glyphs(List<Box> boxes, Map<Box, Glyph> written) {
        var glyphs = new ArrayList<Glyph>();
        for (var box : boxes) {
            var glyph = written.get(box);
            if (glyph != null) {
                glyphs.add(glyph);
            }
        }
        return glyphs;
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
