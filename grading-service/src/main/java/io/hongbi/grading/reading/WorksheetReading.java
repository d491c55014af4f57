package io.hongbi.grading.reading;

import io.hongbi.common.layout.SheetLayout;
import io.hongbi.common.reading.Photo;
import io.hongbi.grading.glyph.GlyphModel;
import io.hongbi.grading.glyph.GlyphRecognition;
import io.hongbi.grading.photo.Raster;
import io.hongbi.grading.sheet.SheetOutcome;
import io.hongbi.grading.sheet.SheetRecognition;
import java.util.Map;
import java.util.Optional;

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

    /** Finds the sheet in a photo. */
    SheetOutcome find(Raster grey, Raster copy, SheetLayout layout) {
        return recognition.read(grey, copy, layout);
    }

    /** Reads what was found; empty where no sheet was. */
    Optional<SheetItems.Page> read(SheetOutcome outcome, Photo photo, Raster grey) {
        return outcome instanceof SheetOutcome.Found(var sheet)
                ? Optional.of(items.read(sheet, grey, (double) photo.width() / grey.width()))
                : Optional.empty();
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
