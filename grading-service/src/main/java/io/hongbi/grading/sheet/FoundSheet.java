package io.hongbi.grading.sheet;

import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.SheetCode;
import io.hongbi.common.layout.SheetPage;
import io.hongbi.common.reading.Item.State;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page of a worksheet in a photo; of use until the next photo is read. */
public final class FoundSheet {

    private final SheetPage page;
    private final SheetCode code;
    private final @Nullable BubbleChoice studentNumber;
    private final Map<String, BubbleChoice> choices;
    private final Surface surface;

    FoundSheet(
            SheetPage page,
            SheetCode code,
            @Nullable BubbleChoice studentNumber,
            Map<String, BubbleChoice> choices,
            Surface surface) {
        this.page = page;
        this.code = code;
        this.studentNumber = studentNumber;
        this.choices = choices;
        this.surface = surface;
    }

    /** Which page it is. */
    public SheetPage page() {
        return page;
    }

    /** What its QR code says. */
    public SheetCode code() {
        return code;
    }

    /** What the bubbles of the student number say; null where the page has none. */
    public @Nullable BubbleChoice studentNumber() {
        return studentNumber;
    }

    /** The answer given in an item's bubbles. */
    public BubbleChoice choice(String itemId) {
        return choices.getOrDefault(itemId, new BubbleChoice(null, State.DOUBTFUL, 0, List.of()));
    }

    /** Whether the printed frames of all these can be seen. */
    public boolean seen(List<Box> boxes) {
        return boxes.stream().allMatch(surface::framed);
    }

    /** Whether nothing is written in the region of a free answer, whose frame can be seen. */
    public boolean unwritten(Box region) {
        return surface.framed(region) && surface.written(region) < 0.0008;
    }

    /** Whether a box to write in is as empty as can be, and its frame can be seen. */
    public boolean untouched(Box box) {
        return surface.framed(box) && surface.boxInk().untouched(box);
    }

    /** Ink just outside the frames of boxes that stand in a row, square millimetres. */
    public double besideMm2(List<Box> boxes) {
        return surface.margin().inkMm2(boxes, page.places());
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
