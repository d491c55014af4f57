package io.hongbi.submission.annotation;

import java.awt.Shape;
import java.awt.geom.Path2D;

/**
 * A stroke of a felt pen: a cubic Bézier curve with the width of the pen, which is pressed harder
 * in the middle than where it lands and leaves.
 */
final class PenStroke {

    private static final int STEPS = 24;
    private static final double LIGHTEST = 0.45;

    private final double[] points;

    /**
     * @param points x and y of the four control points
     */
    PenStroke(double... points) {
        this.points = points.clone();
    }

    /**
     * Its outline.
     *
     * @param width of the pen, in the units of the points
     */
    Shape outline(double width) {
        var outline = new Path2D.Double();
        for (int i = 0; i <= STEPS; i++) {
            edge(outline, i, width);
        }
        for (int i = STEPS; i >= 0; i--) {
            edge(outline, i, -width);
        }
        outline.closePath();
        return outline;
    }

    private void edge(Path2D outline, int step, double width) {
        double t = (double) step / STEPS;
        double dx = slope(0, t);
        double dy = slope(1, t);
        double length = Math.max(Math.hypot(dx, dy), 1e-6);
        double half = width / 2 * (LIGHTEST + (1 - LIGHTEST) * Math.sin(Math.PI * t));
        double x = at(0, t) - dy / length * half;
        double y = at(1, t) + dx / length * half;
        if (outline.getCurrentPoint() == null) {
            outline.moveTo(x, y);
        } else {
            outline.lineTo(x, y);
        }
    }

    private double at(int axis, double t) {
        double s = 1 - t;
        return s * s * s * points[axis]
                + 3 * s * s * t * points[2 + axis]
                + 3 * s * t * t * points[4 + axis]
                + t * t * t * points[6 + axis];
    }

    private double slope(int axis, double t) {
        double s = 1 - t;
        return s * s * (points[2 + axis] - points[axis])
                + 2 * s * t * (points[4 + axis] - points[2 + axis])
                + t * t * (points[6 + axis] - points[4 + axis]);
    }
}
