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
    private static final double FURTHEST = 1.68;

    /** A neighbour's outline and what goes a little over it. */
    private static final double CLEAR_MM = 0.3;

    final int[] seen;
    final int[] core = ring(0, 0.74);
    final int[] outline = ring(0.86, 1.12);
    final int[] outer;
    final int[] sectors;

    private Rings(double to) {
        this.seen = ring(0, to);
        this.outer = ring(OUTER_FROM, to);
        this.sectors = Arrays.stream(outer).map(Rings::sector).toArray();
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
