package io.hongbi.grading.sheet;

import io.hongbi.common.layout.Box;

/** The ink in and around a bubble, sampled from the photo. */
final class Patch {

    private final Rings rings;
    private final float[] ink = new float[Rings.SIDE * Rings.SIDE];
    private final double[] near;
    private final double[] far;
    private final double core;
    private final double outline;

    /** Samples a bubble that the paper's curl has taken away by a shift. */
    Patch(InkField field, Homography toPhoto, Box box, LocalField.Shift shift, Rings rings) {
        this.rings = rings;
        var local = toPhoto.around(FrameGroup.middle(box).plus(shift.dx(), shift.dy()));
        field.sample(local, box.widthMm() / 2, box.heightMm() / 2, rings, ink);
        this.core = mean(rings.core);
        this.outline = mean(rings.outline);
        this.near = rings.near.means(ink);
        this.far = rings.far.means(ink);
    }

    private double mean(int[] places) {
        double sum = 0;
        for (int i : places) {
            sum += ink[i];
        }
        return sum / places.length;
    }

    /** The mean ink inside. */
    double core() {
        return core;
    }

    /** The mean ink on the outline. */
    double outline() {
        return outline;
    }

    /** The mean ink outside the outline in each direction; the caller leaves it as it is. */
    double[] near() {
        return near;
    }

    /** The same, further out than a filled bubble's strokes go astray. */
    double[] far() {
        return far;
    }

    /** The share of the inside that has more ink than this. */
    double cover(double threshold) {
        int covered = 0;
        for (int i : rings.core) {
            covered += ink[i] > threshold ? 1 : 0;
        }
        return (double) covered / rings.core.length;
    }
}
