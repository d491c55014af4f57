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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a page of a worksheet: its items in the order of the layout, and a crop of each. */
final class WorksheetReading implements AutoCloseable {

    private final SheetRecognition recognition = new SheetRecognition();
    private final GlyphRecognition glyphs;
    private final SheetItems items;
    private final SheetCrops crops = new SheetCrops();

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
        return outcome instanceof SheetOutcome.Found(var sheet) ? crops.of(sheet, grey) : Map.of();
    }

    @Override
    public void close() {
        recognition.close();
        glyphs.close();
        crops.close();
    }
}
