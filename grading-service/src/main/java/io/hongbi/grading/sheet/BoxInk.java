package io.hongbi.grading.sheet;

import io.hongbi.common.layout.Box;

/**
 * The ink in a box to write in.
 *
 * @param black ink of print
 */
record BoxInk(InkField field, Homography toPhoto, LocalField local, double black) {

    /** Inside, from the middle of the printed line: its own width and what a lens makes of it. */
    private static final double INSET_MM = 0.7;

    private static final double PITCH_MM = 0.4;

    /** Of black: the palest pencil that is still seen has 0.2, the grain of most photos 0.03. */
    private static final double TRACE = 0.06;

    /** A box that is black all over is darker than the paper around it. */
    private static final double AS_LIGHT = 0.85;

    private static final double OUTSIDE_MM = 1.2;

    /** Whether a box is as empty as a box can be; one with a speck is not. */
    boolean untouched(Box box) {
        var around = local.around(box, toPhoto);
        double peak =
                field.peak(
                        around,
                        box.widthMm() / 2 - INSET_MM,
                        box.heightMm() / 2 - INSET_MM,
                        PITCH_MM);
        return peak < TRACE * black && asLight(box, around);
    }

    private boolean asLight(Box box, Homography.Local around) {
        double right = box.widthMm() / 2;
        double low = box.heightMm() / 2;
        double inside = grey(around, right / 2, low / 2);
        double outside = grey(around, right + OUTSIDE_MM, low + OUTSIDE_MM);
        return inside > AS_LIGHT * outside;
    }

    /** The mean grey at the corners of a rectangle. */
    private double grey(Homography.Local around, double right, double low) {
        return (field.grey(around.x(right, low), around.y(right, low))
                        + field.grey(around.x(-right, low), around.y(-right, low))
                        + field.grey(around.x(right, -low), around.y(right, -low))
                        + field.grey(around.x(-right, -low), around.y(-right, -low)))
                / 4;
    }
}
