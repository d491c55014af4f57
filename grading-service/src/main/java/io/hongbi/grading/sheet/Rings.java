package io.hongbi.grading.sheet;

import io.hongbi.common.layout.Box;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which places of a bubble's patch lie inside, on the outline and around it, up to where a
 * neighbour may begin. The outline is the circle of radius 1.
 */
final class Rings {

    /** Directions in which the surroundings are looked at. */
    static final int SECTORS = 12;

    static final int SIDE = 29;

    private static final double PITCH = 0.125;
    private static final double OUTER_FROM = 1.18;
    private static final double FAR_FROM = 1.38;
    private static final double FURTHEST = 1.68;

    /** A neighbour's outline and what goes a little over it. */
    private static final double CLEAR_MM = 0.3;

    final int[] seen;
    final float[] u;
    final float[] v;
    final int[] core = ring(0, 0.74);
    final int[] outline = ring(0.86, 1.12);
    final Around near;
    final Around far;

    private Rings(double to) {
        this.seen = ring(0, to);
        this.u = new float[seen.length];
        this.v = new float[seen.length];
        for (int i = 0; i < seen.length; i++) {
            int row = seen[i] / SIDE;
            u[i] = (float) coordinate(seen[i] % SIDE);
            v[i] = (float) coordinate(row);
        }
        this.near = Around.of(ring(OUTER_FROM, to));
        this.far = Around.of(ring(to > FAR_FROM + PITCH ? FAR_FROM : OUTER_FROM, to));
    }

    /** Places outside the outline, and in which direction each lies. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Around(int[] places, int[] sectors) {

        private static Around of(int[] places) {
            return new Around(places, Arrays.stream(places).map(Rings::sector).toArray());
        }

        /** The mean ink in each direction. */
        double[] means(float[] ink) {
            var means = new double[SECTORS];
            var counts = new int[SECTORS];
            for (int i = 0; i < places.length; i++) {
                means[sectors[i]] += ink[places[i]];
                counts[sectors[i]]++;
            }
            for (int i = 0; i < SECTORS; i++) {
                means[i] /= Math.max(1, counts[i]);
            }
            return means;
        }
    }

    /** For bubbles that stand as close as the closest two of these. */
    static Rings of(List<Box> bubbles) {
        double to = FURTHEST;
        for (int i = 1; i < bubbles.size(); i++) {
            var box = bubbles.get(i);
            double free =
                    FrameGroup.middle(box).distance(FrameGroup.middle(bubbles.get(i - 1)))
                            - bubbles.get(i - 1).widthMm() / 2
                            - CLEAR_MM;
            to = Math.min(to, free / (box.widthMm() / 2));
        }
        return new Rings(Math.max(to, OUTER_FROM + PITCH));
    }

    /** From the middle, in radii. */
    static double coordinate(int index) {
        return (index - SIDE / 2) * PITCH;
    }

    private static int[] ring(double from, double to) {
        return IntStream.range(0, SIDE * SIDE)
                .filter(i -> {
                    double radius = Math.hypot(coordinate(i % SIDE), coordinate(i / SIDE));
                    return radius >= from && radius < to;
                })
                .toArray();
    }

    private static int sector(int index) {
        double angle = Math.atan2(coordinate(index / SIDE), coordinate(index % SIDE));
        return Math.min(SECTORS - 1, (int) ((angle / (2 * Math.PI) + 1) % 1 * SECTORS));
    }
}
