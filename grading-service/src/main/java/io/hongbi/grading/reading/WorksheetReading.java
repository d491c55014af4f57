package io.hongbi.grading.reading;

import io.hongbi.common.layout.SheetItem;
import io.hongbi.common.layout.SheetLayout;
import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.Item.Alternative;
import io.hongbi.common.reading.Item.Kind;
import io.hongbi.common.reading.Item.State;
import io.hongbi.common.reading.Photo;
import io.hongbi.common.reading.Point;
import io.hongbi.common.reading.Quality.Reason;
import io.hongbi.grading.photo.Raster;
import io.hongbi.grading.sheet.BubbleChoice;
import io.hongbi.grading.sheet.FoundSheet;
import io.hongbi.grading.sheet.SheetOutcome;
import io.hongbi.grading.sheet.SheetRecognition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a page of a worksheet: its items in the order of the layout, and a crop of each. */
final class WorksheetReading implements AutoCloseable {

    /** Around the places of an item. */
    private static final double MARGIN_MM = 2;

    private static final int CROP_QUALITY = 80;
    private static final int WIDEST_CROP_PX = 900;

    private final SheetRecognition recognition = new SheetRecognition();
    private final Raster crop = new Raster();

    /**
     * What came of it.
     *
     * @param fault why the photo has to be taken again; null where the sheet was found
     * @param items empty where it was not
     */
    record Result(@Nullable Reason fault, List<Item> items, Map<String, Jpeg> crops) {

        Result {
            items = List.copyOf(items);
        }

        static Result fault(Reason reason) {
            return new Result(reason, List.of(), Map.of());
        }
    }

    /** Finds the sheet in a photo. */
    SheetOutcome find(Raster grey, Raster copy, SheetLayout layout) {
        return recognition.read(grey, copy, layout);
    }

    /** Reads what was found. */
    Result read(SheetOutcome outcome, Photo photo, Raster grey, @Nullable String student) {
        return switch (outcome) {
            case SheetOutcome.WrongSheet() -> Result.fault(Reason.WRONG_SHEET);
            case SheetOutcome.Unreadable(var cause) -> Result.fault(reason(cause));
            case SheetOutcome.Found(var sheet) -> {
                if (isOfAnother(sheet, student)) {
                    yield Result.fault(Reason.WRONG_STUDENT);
                }
                yield read(sheet, photo, grey);
            }
        };
    }

    private static Reason reason(SheetOutcome.Cause cause) {
        return switch (cause) {
            case CUT_OFF -> Reason.CUT_OFF;
            case MIRRORED, SEVERAL_SHEETS, CODE_UNREADABLE, FRAMES_NOT_FOUND -> Reason.UNREADABLE;
        };
    }

    /** Code, bubbles and whoever hands in have to agree, as far as each of them is known. */
    private static boolean isOfAnother(FoundSheet sheet, @Nullable String student) {
        var numbers = new ArrayList<String>();
        if (student != null) {
            numbers.add(student);
        }
        if (sheet.code().studentNumber() != null) {
            numbers.add(sheet.code().studentNumber());
        }
        var filled = sheet.studentNumber();
        if (filled != null && filled.state() == State.OK && filled.response() != null) {
            numbers.add(filled.response());
        }
        return numbers.stream().distinct().count() > 1;
    }

    private Result read(FoundSheet sheet, Photo photo, Raster grey) {
        var items = new ArrayList<Item>();
        var crops = new LinkedHashMap<String, Jpeg>();
        double factor = (double) photo.width() / grey.width();
        for (var item : sheet.page().items()) {
            var corners = sheet.corners(item.places(), MARGIN_MM);
            items.add(item(item, corners, factor, sheet));
            crops.put(item.itemId(), crop(grey, corners));
        }
        return new Result(null, items, crops);
    }

    private static Item item(
            SheetItem item, List<double[]> corners, double factor, FoundSheet sheet) {
        var choice =
                sheet.choices()
                        .getOrDefault(
                                item.itemId(),
                                new BubbleChoice(null, State.DOUBTFUL, 0, List.of()));
        return new Item(
                item.itemId(),
                kind(item),
                corners.stream()
                        .map(c -> new Point((int) (c[0] * factor), (int) (c[1] * factor)))
                        .toList(),
                null,
                choice.response(),
                choice.state(),
                new Confidence(Rounded.toFourPlaces(choice.confidence())),
                alternatives(choice));
    }

    private static List<Alternative> alternatives(BubbleChoice choice) {
        if (choice.alternatives().isEmpty()) {
            return List.of();
        }
        double rest = (1 - choice.confidence()) / choice.alternatives().size();
        return choice.alternatives().stream()
                .filter(other -> !other.equals(choice.response()))
                .map(other -> new Alternative(other, new Confidence(Rounded.toFourPlaces(rest))))
                .toList();
    }

    private static Kind kind(SheetItem item) {
        return switch (item) {
            case SheetItem.Choice _ -> Kind.CHOICE;
            case SheetItem.TrueFalse _ -> Kind.TRUE_FALSE;
            case SheetItem.Digits _ -> Kind.DIGITS;
            case SheetItem.Letters _ -> Kind.LETTERS;
            case SheetItem.Free _ -> Kind.FREE;
        };
    }

    private Jpeg crop(Raster grey, List<double[]> corners) {
        double width = distance(corners.get(0), corners.get(1));
        double height = distance(corners.get(0), corners.get(3));
        double scale = Math.min(1, WIDEST_CROP_PX / width);
        grey.cut(
                corners,
                (int) Math.max(1, Math.round(width * scale)),
                (int) Math.max(1, Math.round(height * scale)),
                crop);
        return new Jpeg(crop.toJpeg(CROP_QUALITY));
    }

    private static double distance(double[] one, double[] other) {
        return Math.hypot(one[0] - other[0], one[1] - other[1]);
    }

    @Override
    public void close() {
        recognition.close();
        crop.close();
    }
}
