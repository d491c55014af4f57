package io.hongbi.submission.annotation;

import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;

/** The signs in strokes, about one unit high around the origin. */
final class Signs {

    private static final double PEN = 0.13;
    private static final double THIN_PEN = 0.6;
    private static final double DOT = 0.08;
    private static final double DOT_Y = 0.46;

    private static final PenStroke SHORT_OF_TICK =
            new PenStroke(-0.46, 0.02, -0.36, 0.08, -0.24, 0.26, -0.16, 0.46);
    private static final PenStroke LONG_OF_TICK =
            new PenStroke(-0.18, 0.46, -0.02, 0.08, 0.26, -0.3, 0.62, -0.54);
    private static final PenStroke SLASH =
            new PenStroke(0.06, -0.34, 0.16, -0.24, 0.28, -0.06, 0.36, 0.1);

    static final Shape TICK = shape(PEN, SHORT_OF_TICK, LONG_OF_TICK);
    static final Shape HALF_TICK = shape(PEN, SHORT_OF_TICK, LONG_OF_TICK, SLASH);
    static final Shape CROSS =
            shape(
                    PEN,
                    new PenStroke(-0.4, -0.42, -0.18, -0.16, 0.16, 0.14, 0.42, 0.42),
                    new PenStroke(0.38, -0.46, 0.14, -0.16, -0.16, 0.12, -0.42, 0.4));
    static final Shape QUESTION =
            dotted(
                    shape(
                            PEN,
                            new PenStroke(-0.27, -0.24, -0.26, -0.62, 0.3, -0.64, 0.28, -0.22),
                            new PenStroke(0.28, -0.24, 0.26, 0.0, 0.0, 0.0, 0.0, 0.26)));

    private Signs() {}

    /** Two lines one unit apart, of that length. */
    static Shape underline(double length) {
        return shape(
                THIN_PEN,
                new PenStroke(0, 0, length * 0.3, -0.5, length * 0.7, -0.4, length, -0.2),
                new PenStroke(length * 0.06, 1, length * 0.4, 0.6, length * 0.7, 0.7, length, 0.9));
    }

    private static Area shape(double pen, PenStroke... strokes) {
        var shape = new Area();
        for (var stroke : strokes) {
            shape.add(new Area(stroke.outline(pen)));
        }
        return shape;
    }

    private static Area dotted(Area shape) {
        shape.add(new Area(new Ellipse2D.Double(-DOT, DOT_Y - DOT, 2 * DOT, 2 * DOT)));
        return shape;
    }
}
