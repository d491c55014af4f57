package io.hongbi.grading.arithmetic;

import io.hongbi.grading.photo.Raster;
import java.util.List;

/**
 * Tells what lies on the paper beside a line: something dark, a finger say, that may hide a part of
 * the answer, or writing that was too faint to be found. One thread only; it keeps its buffers.
 */
final class Beside implements AutoCloseable {

    /** From and to, beside the line's ends, in heights of a digit. */
    private static final double NEAR = 0.15;

    private static final double FAR = 0.9;

    /** Shares of the pixels that are darker than the paper is. */
    private static final double ON_LINE = 0.9;

    private static final double BESIDE = 0.75;

    /** How far into the line its paper is looked at: light changes from one end to the other. */
    private static final double WITHIN = 2.5;

    /** Of the paper at that end of the line. Shadows are softer than that over so short a way. */
    private static final double DARK = 0.8;

    /** About the line's end, in heights of a digit: it may run through the last figure. */
    private static final double WRITING_FROM = -0.1;

    private static final double WRITING_TO = 1.5;

    private static final double LEAST_ROOM = 0.1;

    /** Shares of the pixels that are as dark as a stroke, and that are darker than the paper is. */
    private static final double STROKE = 0.03;

    private static final double PAPER = 0.6;

    /** Of the paper. */
    private static final double FAINT = 0.93;

    private static final int SIDE = 12;
    private static final int LENGTH = 36;

    private static final int FINE = 4;

    private final Raster fine = new Raster();
    private final Raster piece = new Raster();

    /**
     * Whether something writing-like lies behind the line.
     *
     * @param room paper behind the line that is nobody else's, in heights of a digit
     */
    boolean written(Raster photo, TextLine line, double room) {
        if (room < LEAST_ROOM) {
            return false;
        }
        double cap = line.cap() / line.length();
        double to = 1 + Math.min(room, WRITING_TO) * cap;
        photo.cut(line.corners(1 + WRITING_FROM * cap, to, 1), FINE * SIDE, FINE * SIDE, fine);
        fine.shrinkBy(FINE, piece); // noise must not look like writing
        return grey(STROKE) < FAINT * grey(PAPER);
    }

    /**
     * Whether something dark does.
     *
     * @param before whether the paper before the line is looked at
     * @param behind whether that behind it is
     */
    boolean covered(Raster photo, TextLine line, boolean before, boolean behind) {
        if (!before && !behind) {
            return false;
        }
        double cap = line.cap() / line.length();
        double within = Math.min(1, WITHIN * cap);
        return (before && dark(photo, line, 0, within, -FAR * cap, -NEAR * cap))
                || (behind && dark(photo, line, 1 - within, 1, 1 + NEAR * cap, 1 + FAR * cap));
    }

    private boolean dark(
            Raster photo, TextLine line, double from, double to, double outFrom, double outTo) {
        var inside = line.corners(from, to, FoundExpression.HEIGHT);
        int paper = light(photo, inside, LENGTH, ON_LINE);
        var beside = line.corners(outFrom, outTo, 1);
        return light(photo, beside, SIDE, BESIDE) < DARK * paper;
    }

    private int light(Raster photo, List<double[]> corners, int width, double share) {
        photo.cut(corners, width, SIDE, piece);
        return grey(share);
    }

    /** The grey value that so many of the piece's pixels do not exceed. */
    private int grey(double share) {
        var histogram = piece.histogram();
        double wanted = share * piece.width() * piece.height();
        int grey = 0;
        for (int below = histogram[0]; below < wanted; below += histogram[grey]) {
            grey++;
        }
        return grey;
    }

    @Override
    public void close() {
        fine.close();
        piece.close();
    }
}
