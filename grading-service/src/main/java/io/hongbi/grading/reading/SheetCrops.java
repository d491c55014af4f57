package io.hongbi.grading.reading;

import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.SheetItem;
import io.hongbi.grading.photo.Raster;
import io.hongbi.grading.sheet.FoundSheet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cuts out what teachers see of each item. One thread only; it keeps its buffer. */
final class SheetCrops implements AutoCloseable {

    /** Around the places of an item. */
    private static final double MARGIN_MM = 2;

    /** A digit box is then 50 pixels high. */
    private static final double PIXELS_PER_MM = 5;

    private static final int WIDEST_PX = 700;
    private static final int JPEG_QUALITY = 75;

    private final Raster crop = new Raster();

    /** Item id to the image of its answer. */
    Map<String, Jpeg> of(FoundSheet sheet, Raster grey) {
        var crops = new LinkedHashMap<String, Jpeg>();
        for (var item : sheet.page().items()) {
            crops.put(item.itemId(), crop(item, corners(item, sheet), grey));
        }
        return crops;
    }

    /** The corners of what is shown of an item, in pixels of the raster that was read. */
    static List<double[]> corners(SheetItem item, FoundSheet sheet) {
        return sheet.corners(item.places(), MARGIN_MM);
    }

    private Jpeg crop(SheetItem item, List<double[]> corners, Raster grey) {
        double width = distance(corners.get(0), corners.get(1));
        double height = distance(corners.get(0), corners.get(3));
        double wanted = Math.min(WIDEST_PX, PIXELS_PER_MM * widthMm(item.places()));
        double scale = Math.min(1, wanted / width);
        grey.cut(
                corners,
                (int) Math.max(1, Math.round(width * scale)),
                (int) Math.max(1, Math.round(height * scale)),
                crop);
        return new Jpeg(crop.toJpeg(JPEG_QUALITY));
    }

    private static double widthMm(List<Box> places) {
        double left = places.stream().mapToDouble(Box::xMm).min().orElseThrow();
        double right = places.stream().mapToDouble(b -> b.xMm() + b.widthMm()).max().orElseThrow();
        return right - left + 2 * MARGIN_MM;
    }

    private static double distance(double[] one, double[] other) {
        return Math.hypot(one[0] - other[0], one[1] - other[1]);
    }

    @Override
    public void close() {
        crop.close();
    }
}
