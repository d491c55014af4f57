package io.hongbi.grading.sheet;

import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.SheetCode;
import io.hongbi.common.layout.SheetPage;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of a worksheet in a photo.
 *
 * @param page which one
 * @param code what its QR code says
 * @param studentNumber what its bubbles say; null where the page has none
 * @param choices the answers given in bubbles, by item id
 * @param fiducials how many were seen, 3 or 4
 */
public record FoundSheet(
        SheetPage page,
        SheetCode code,
        @Nullable BubbleChoice studentNumber,
        Map<String, BubbleChoice> choices,
        int fiducials,
        Surface surface) {

    public FoundSheet {
        choices = Map.copyOf(choices);
    }

    /**
     * The corners of a part of the paper in pixels of the raster that was read, clockwise from its
     * top left.
     *
     * @param marginMm added on each side
     */
    public List<double[]> corners(List<Box> boxes, double marginMm) {
        return surface.corners(boxes, marginMm);
    }
}
