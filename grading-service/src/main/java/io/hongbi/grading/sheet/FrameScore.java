package io.hongbi.grading.sheet;

import io.hongbi.common.layout.Box;
import java.util.List;

/**
 * How well frames lie on printed lines: the ink along them less that just outside. Inside there may
 * be a mark.
 */
final class FrameScore {

    /** Outside a line, where the paper is white. */
    private static final double OUTSIDE_MM = 0.75;

    /** What counts against ink outside: little, as a ring around a bubble is an answer. */
    private static final double WHITE = 0.4;

    private static final int POINTS_ROUND = 12;
    private static final int POINTS_A_SIDE = 4;

    private final InkField field;
    private final Homography toPhoto;

    FrameScore(InkField field, Homography toPhoto) {
        this.field = field;
        this.toPhoto = toPhoto;
    }

    /** Frames that are looked at together. */
    Outlines of(List<FrameGroup.Frame> frames) {
        return new Outlines(field, frames.stream().map(this::outline).toList());
    }

    private Outline outline(FrameGroup.Frame frame) {
        var box = frame.box();
        return Outline.of(
                frame.round() ? round(box) : rectangle(box),
                toPhoto.around(FrameGroup.middle(box)),
                field.inkPerPixel());
    }

    /** Some frames as the homography says they lie. */
    record Outlines(InkField field, List<Outline> outlines) {

        Outlines {
            outlines = List.copyOf(outlines);
        }

        /**
         * The mean score when all are shifted by so many millimetres; 0 on white paper, 1 at best.
         */
        double score(double dx, double dy) {
            double sum = 0;
            for (int i = 0; i < outlines.size(); i++) {
                sum += outlines.get(i).score(field, dx, dy);
            }
            return sum / outlines.size();
        }
    }

    /** From the middle in millimetres: x and y, and what to add to be outside. */
    private static double[][] round(Box box) {
        var points = new double[POINTS_ROUND][];
        for (int i = 0; i < POINTS_ROUND; i++) {
            double angle = 2 * Math.PI * (i + 0.5) / POINTS_ROUND;
            double cos = Math.cos(angle);
            double sin = Math.sin(angle);
            points[i] =
                    new double[] {
                        cos * box.widthMm() / 2,
                        sin * box.heightMm() / 2,
                        cos * OUTSIDE_MM,
                        sin * OUTSIDE_MM
                    };
        }
        return points;
    }

    private static double[][] rectangle(Box box) {
        var points = new double[4 * POINTS_A_SIDE][];
        double halfWidth = box.widthMm() / 2;
        double halfHeight = box.heightMm() / 2;
        for (int i = 0; i < POINTS_A_SIDE; i++) {
            double along = (2.0 * i + 1) / POINTS_A_SIDE - 1;
            int odd = i % 2; // every second point is looked at from outside: on all sides in turn
            points[4 * i + odd] = new double[] {along * halfWidth, -halfHeight, 0, -OUTSIDE_MM};
            points[4 * i + 1 - odd] = new double[] {along * halfWidth, halfHeight, 0, OUTSIDE_MM};
            points[4 * i + 2 + odd] = new double[] {-halfWidth, along * halfHeight, -OUTSIDE_MM, 0};
            points[4 * i + 3 - odd] = new double[] {halfWidth, along * halfHeight, OUTSIDE_MM, 0};
        }
        return points;
    }

    /**
     * A frame in the photo, in pixels of the ink.
     *
     * @param x of points on the line
     * @param outX of points outside
     * @param pixels of the ink to a pixel of the photo
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Outline(
            Homography.Local local,
            double pixels,
            float[] x,
            float[] y,
            float[] outX,
            float[] outY) {

        static Outline of(double[][] points, Homography.Local local, double pixels) {
            int n = points.length;
            var outline =
                    new Outline(
                            local,
                            pixels,
                            new float[n],
                            new float[n],
                            new float[n / 2],
                            new float[n / 2]);
            for (int i = 0; i < n; i++) {
                var p = points[i];
                outline.x[i] = (float) (local.x(p[0], p[1]) * pixels);
                outline.y[i] = (float) (local.y(p[0], p[1]) * pixels);
                if (i % 2 == 0) {
                    outline.outX[i / 2] = (float) (local.x(p[0] + p[2], p[1] + p[3]) * pixels);
                    outline.outY[i / 2] = (float) (local.y(p[0] + p[2], p[1] + p[3]) * pixels);
                }
            }
            return outline;
        }

        double score(InkField field, double dx, double dy) {
            float right = (float) ((local.xx() * dx + local.xy() * dy) * pixels);
            float down = (float) ((local.yx() * dx + local.yy() * dy) * pixels);
            return field.mean(x, y, right, down) - WHITE * field.mean(outX, outY, right, down);
        }
    }
}
