package io.hongbi.grading.sheet;

import io.hongbi.common.layout.Box;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    private final Map<Box, Outline> outlines = new HashMap<>();

    FrameScore(InkField field, Homography toPhoto) {
        this.field = field;
        this.toPhoto = toPhoto;
    }

    /** The mean score of frames that are shifted by so much; 0 on white paper, 1 at best. */
    double of(List<FrameGroup.Frame> frames, LocalField.Shift shift) {
        double sum = 0;
        for (var frame : frames) {
            sum += outline(frame).score(field, shift.dx(), shift.dy());
        }
        return sum / frames.size();
    }

    private Outline outline(FrameGroup.Frame frame) {
        return outlines.computeIfAbsent(
                frame.box(), _ -> frame.round() ? round(frame.box()) : rectangle(frame.box()));
    }

    private Outline round(Box box) {
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
        return new Outline(toPhoto.around(FrameGroup.middle(box)), points);
    }

    private Outline rectangle(Box box) {
        var points = new double[4 * POINTS_A_SIDE][];
        double halfWidth = box.widthMm() / 2;
        double halfHeight = box.heightMm() / 2;
        for (int i = 0; i < POINTS_A_SIDE; i++) {
            double along = (2.0 * i + 1) / POINTS_A_SIDE - 1;
            int odd = i % 2;
            points[4 * i + odd] = new double[] {along * halfWidth, -halfHeight, 0, -OUTSIDE_MM};
            points[4 * i + 1 - odd] = new double[] {along * halfWidth, halfHeight, 0, OUTSIDE_MM};
            points[4 * i + 2 + odd] = new double[] {-halfWidth, along * halfHeight, -OUTSIDE_MM, 0};
            points[4 * i + 3 - odd] = new double[] {halfWidth, along * halfHeight, OUTSIDE_MM, 0};
        }
        return new Outline(toPhoto.around(FrameGroup.middle(box)), points);
    }

    /**
     * A frame in the photo.
     *
     * @param points from its middle in millimetres: x and y, and what to add to be outside
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Outline(Homography.Local local, double[][] points) {

        double score(InkField field, double dx, double dy) {
            double sum = 0;
            for (int i = 0; i < points.length; i++) {
                var point = points[i];
                double x = point[0] + dx;
                double y = point[1] + dy;
                double outX = x + point[2];
                double outY = y + point[3];
                sum += field.ink(local.x(x, y), local.y(x, y));
                if (i % 2 == 0) { // every second is enough outside
                    sum -= 2 * WHITE * field.ink(local.x(outX, outY), local.y(outX, outY));
                }
            }
            return sum / points.length;
        }
    }
}
