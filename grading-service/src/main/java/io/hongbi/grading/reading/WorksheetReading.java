package io.hongbi.grading.reading;

import io.hongbi.common.layout.SheetLayout;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.Photo;
import io.hongbi.common.reading.Quality.Reason;
import io.hongbi.common.reading.SheetIdentity;
import io.hongbi.grading.glyph.GlyphModel;
import io.hongbi.grading.glyph.GlyphRecognition;
import io.hongbi.grading.photo.Raster;
import io.hongbi.grading.sheet.SheetOutcome;
import io.hongbi.grading.sheet.SheetRecognition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a page of a worksheet: its items in the order of the layout, and a crop of each. */
final class WorksheetReading implements AutoCloseable {

    private static final int CROP_QUALITY = 75;
    private static final int WIDEST_CROP_PX = 700;

    private final SheetRecognition recognition = new SheetRecognition();
    private final GlyphRecognition glyphs;
    private final SheetItems items;
    private final Raster crop = new Raster();

    WorksheetReading(GlyphModel model) {
        this.glyphs = model.open();
        this.items = new SheetItems(glyphs);
    }

    /**
     * What came of it.
     *
     * @param fault why the photo has to be taken again; null where the sheet was found
     * @param identity which page it is; null where it was not found
     * @param items empty where it was not found
     */
    record Result(@Nullable Reason fault, @Nullable SheetIdentity identity, List<Item> items) {

        Result {
            items = List.copyOf(items);
        }

        private static Result of(Reason fault) {
            return new Result(fault, null, List.of());
        }
    }

    /** Finds the sheet in a photo. */
    SheetOutcome find(Raster grey, Raster copy, SheetLayout layout) {
        return recognition.read(grey, copy, layout);
    }

    /** Reads what was found. */
    Result read(SheetOutcome outcome, Photo photo, Raster grey) {
        return switch (outcome) {
            case SheetOutcome.WrongSheet() -> Result.of(Reason.WRONG_SHEET);
            case SheetOutcome.Unreadable(var cause) -> Result.of(reason(cause));
            case SheetOutcome.Found(var sheet) -> {
                var found = items.read(sheet, grey, (double) photo.width() / grey.width());
                yield new Result(null, found.identity(), found.items());
            }
        };
    }

    private static Reason reason(SheetOutcome.Cause cause) {
        return switch (cause) {
            case CUT_OFF -> Reason.CUT_OFF;
            case MIRRORED, SEVERAL_SHEETS, CODE_UNREADABLE, FRAMES_NOT_FOUND -> Reason.UNREADABLE;
        };
    }

    /** What is shown of each item; none where no sheet was found. */
    Map<String, Jpeg> crops(SheetOutcome outcome, Raster grey) {
        var crops = new LinkedHashMap<String, Jpeg>();
        if (outcome instanceof SheetOutcome.Found(var sheet)) {
            for (var item : sheet.page().items()) {
                crops.put(item.itemId(), crop(grey, SheetItems.corners(item, sheet)));
            }
        }
        return crops;
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
        glyphs.close();
        crop.close();
    }
}
