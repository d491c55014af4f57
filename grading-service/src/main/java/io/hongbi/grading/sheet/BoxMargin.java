package io.hongbi.grading.sheet;

import io.hongbi.common.layout.Box;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The ink just outside boxes to write in: an answer that was written beside them, or a correction.
 *
 * @param black ink of print
 */
record BoxMargin(InkField field, Homography toPhoto, LocalField local, double black) {

    /** Print keeps 2 mm away from boxes; strokes that go astray seldom leave the first. */
    private static final double[] OFF_MM = {1.1, 1.7};

    private static final double FURTHEST_MM = 1.7;
    private static final double PITCH_MM = 0.5;

    /** What a point stands for. */
    private static final double AREA_MM2 = 0.3;

    /** From the middle of another place's printed line. */
    private static final double CLEAR_MM = 0.7;

    /** Of black. */
    private static final double STROKE = 0.25;

    /**
     * Ink around boxes that stand in a row, square millimetres. What is as dark all around, as on a
     * screen, is no ink.
     *
     * @param printed all places of the page: near them is print
     */
    double inkMm2(List<Box> boxes, List<Box> printed) {
        var others = near(boxes, printed);
        var builder = DoubleStream.builder();
        for (int i = 0; i < boxes.size(); i++) {
            boolean first = i == 0;
            boolean last = i == boxes.size() - 1;
            for (double off : OFF_MM) {
                sample(boxes.get(i), off, first, last, others, builder);
            }
        }
        var inks = builder.build().sorted().toArray();
        if (inks.length == 0) {
            return 0;
        }
        double least = inks[inks.length / 2] + STROKE * black;
        int strokes = inks.length;
        while (strokes > 0 && inks[strokes - 1] > least) {
            strokes--;
        }
        return (inks.length - strokes) * AREA_MM2;
    }

    /** Places that reach into the margin. */
    private static List<Box> near(List<Box> boxes, List<Box> printed) {
        double left = boxes.getFirst().xMm() - FURTHEST_MM;
        double right = boxes.getLast().xMm() + boxes.getLast().widthMm() + FURTHEST_MM;
        double top = boxes.getFirst().yMm() - FURTHEST_MM;
        double low = boxes.getFirst().yMm() + boxes.getFirst().heightMm() + FURTHEST_MM;
        return printed.stream()
                .filter(box -> box.xMm() - CLEAR_MM < right && box.yMm() - CLEAR_MM < low)
                .filter(box -> box.xMm() + box.widthMm() + CLEAR_MM > left)
                .filter(box -> box.yMm() + box.heightMm() + CLEAR_MM > top)
                .filter(box -> !boxes.contains(box)) // dearer than all the rest
                .toList();
    }

    /** Above and below a box, and at the free sides of the outer ones. */
    private void sample(
            Box box,
            double off,
            boolean first,
            boolean last,
            List<Box> others,
            DoubleStream.Builder to) {
        double right = box.widthMm() / 2;
        double low = box.heightMm() / 2;
        var points = new Points(box, local.around(box, toPhoto), others, to);
        double from = first ? -right - off : -right;
        for (double x = from; x <= right + (last ? off : 0); x += PITCH_MM) {
            points.add(x, -low - off);
            points.add(x, low + off);
        }
        for (double y = -low; y <= low; y += PITCH_MM) {
            if (first) {
                points.add(-right - off, y);
            }
            if (last) {
                points.add(right + off, y);
            }
        }
    }

    /** The ink at points around a box, given from its middle in millimetres. */
    private final class Points {

        private final Place middle;
        private final Homography.Local around;
        private final List<Box> others;
        private final DoubleStream.Builder inks;

        Points(Box box, Homography.Local around, List<Box> others, DoubleStream.Builder inks) {
            this.middle = FrameGroup.middle(box);
            this.around = around;
            this.others = others;
            this.inks = inks;
        }

        void add(double x, double y) {
            for (var other : others) {
                if (printed(middle.x() + x, middle.y() + y, other)) {
                    return;
                }
            }
            inks.add(field.ink(around.x(x, y), around.y(x, y)));
        }

        private boolean printed(double x, double y, Box other) {
            return x > other.xMm() - CLEAR_MM
                    && x < other.xMm() + other.widthMm() + CLEAR_MM
                    && y > other.yMm() - CLEAR_MM
                    && y < other.yMm() + other.heightMm() + CLEAR_MM;
        }
    }
}
