package io.hongbi.grading.sheet;

import io.hongbi.common.layout.Box;

/**
 * The ink in and around a bubble, sampled from the photo so that its outline is the circle of
 * radius 1.
 */
final class Patch {

    /** Directions in which the surroundings are looked at. */
    static final int SECTORS = 12;

    private static final int SIDE = 27;
    private static final double PITCH = 0.125;
    private static final double OUTER_FROM = 1.25;
    private static final double OUTER_TO = 1.58;
    private static final double[] RADIUS = new double[SIDE * SIDE];
    private static final int[] SECTOR = new int[SIDE * SIDE];

    static {
        for (int i = 0; i < RADIUS.length; i++) {
            double u = coordinate(i % SIDE);
            double v = coordinate(i / SIDE);
            RADIUS[i] = Math.hypot(u, v);
            double turn = (Math.atan2(v, u) / (2 * Math.PI) + 1) % 1;
            SECTOR[i] = Math.min(SECTORS - 1, (int) (turn * SECTORS));
        }
    }

    private final float[] ink = new float[SIDE * SIDE];

    private static double coordinate(int index) {
        return (index - SIDE / 2) * PITCH;
    }

    /** Samples a bubble that the paper's curl has taken away by a shift. */
    static Patch of(InkField field, Homography toPhoto, Box box, LocalField.Shift shift) {
        var local = toPhoto.around(FrameGroup.middle(box).plus(shift.dx(), shift.dy()));
        var patch = new Patch();
        for (int i = 0; i < patch.ink.length; i++) {
            if (RADIUS[i] <= OUTER_TO) {
                double dx = coordinate(i % SIDE) * box.widthMm() / 2;
                double dy = coordinate(i / SIDE) * box.heightMm() / 2;
                patch.ink[i] = (float) field.ink(local.x(dx, dy), local.y(dx, dy));
            }
        }
        return patch;
    }

    /** The mean ink between two radii. */
    double mean(double from, double to) {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < ink.length; i++) {
            if (RADIUS[i] >= from && RADIUS[i] < to) {
                sum += ink[i];
                count++;
            }
        }
        return sum / count;
    }

    /** The share within a radius that has more ink than this. */
    double cover(double radius, double threshold) {
        int covered = 0;
        int count = 0;
        for (int i = 0; i < ink.length; i++) {
            if (RADIUS[i] < radius) {
                covered += ink[i] > threshold ? 1 : 0;
                count++;
            }
        }
        return (double) covered / count;
    }

    /** The mean ink outside the outline in each direction. */
    double[] around() {
        var sums = new double[SECTORS];
        var counts = new int[SECTORS];
        for (int i = 0; i < ink.length; i++) {
            if (RADIUS[i] >= OUTER_FROM && RADIUS[i] < OUTER_TO) {
                sums[SECTOR[i]] += ink[i];
                counts[SECTOR[i]]++;
            }
        }
        for (int i = 0; i < SECTORS; i++) {
            sums[i] /= counts[i];
        }
        return sums;
    }
}
