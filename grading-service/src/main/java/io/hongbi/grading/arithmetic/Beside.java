package io.hongbi.grading.arithmetic;

import io.hongbi.grading.photo.Raster;
import java.util.List;

/**
 * Tells whether something dark, a finger say, lies on the paper beside a line: what it hides may
 * belong to the answer. One thread only; it keeps its buffer.
 */
final class Cover implements AutoCloseable {

    /** From and to, beside the line's ends, in heights of a digit. */
    private static final double NEAR = 0.15;

    private static final double FAR = 0.9;

    /** Shares of the pixels that are darker than the paper is. */
    private static final double ON_LINE = 0.9;

    private static final double BESIDE = 0.75;

    /** Of the line's paper. Shadows are softer than that over so short a way. */
    private static final double DARK = 0.8;

    private static final int SIDE = 12;
    private static final int LENGTH = 96;

    private final Raster piece = new Raster();

    /**
     * Whether it does.
     *
     * @param before whether the paper before the line is looked at
     * @param behind whether that behind it is
     */
    boolean beside(Raster photo, TextLine line, boolean before, boolean behind) {
        if (!before && !behind) {
            return false;
        }
        double cap = line.cap() / line.length();
        int paper = light(photo, line.corners(0, 1, FoundExpression.HEIGHT), LENGTH, ON_LINE);
        return (before && dark(photo, line.corners(-FAR * cap, -NEAR * cap, 1), paper))
                || (behind && dark(photo, line.corners(1 + NEAR * cap, 1 + FAR * cap, 1), paper));
    }

    private boolean dark(Raster photo, List<double[]> beside, int paper) {
        return light(photo, beside, SIDE, BESIDE) < DARK * paper;
    }

    /** The grey value that so many of a quadrangle's pixels do not exceed. */
    private int light(Raster photo, List<double[]> corners, int width, double share) {
        photo.cut(corners, width, SIDE, piece);
        var histogram = piece.histogram();
        int grey = 0;
        for (int below = histogram[0]; below < share * width * SIDE; below += histogram[grey]) {
            grey++;
        }
        return grey;
    }

    @Override
    public void close() {
        piece.close();
    }
}
