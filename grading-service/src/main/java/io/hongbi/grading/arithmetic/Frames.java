package io.hongbi.grading.arithmetic;

import io.hongbi.grading.photo.Blob;
import io.hongbi.grading.photo.Raster;

/**
 * Tells printed boxes that an answer is to be written into and that are too high for a piece of a
 * line: beyond the end of an open sum their sides would be read as figures. Unlike ticks and
 * noughts they have ink in all four corners. Lengths are in heights of a digit.
 */
final class Frames {

    private static final double MOST_HEIGHT = 8;
    private static final double LEAST_WIDTH = 1.5;
    private static final double MOST_WIDTH = 14;

    /** Where a corner is looked for, from that of what it lies in. */
    private static final double CORNER = 0.3;

    private final byte[] ink;
    private final int width;
    private final double cap;

    /**
     * @param mask 255 where there is ink
     * @param cap height of a digit, px
     */
    Frames(Raster mask, double cap) {
        this.ink = mask.values();
        this.width = mask.width();
        this.cap = cap;
    }

    /** Whether a piece that is too high for a line is one. */
    boolean is(Blob piece) {
        return piece.height() > LineFinder.HIGHEST * cap
                && piece.height() < MOST_HEIGHT * cap
                && piece.width() > LEAST_WIDTH * cap
                && piece.width() < MOST_WIDTH * cap
                && hasCorners(piece);
    }

    private boolean hasCorners(Blob piece) {
        int side = (int) Math.round(CORNER * cap);
        int right = piece.right() - side;
        int bottom = piece.bottom() - side;
        return anyInk(piece.left(), piece.top(), side)
                && anyInk(right, piece.top(), side)
                && anyInk(piece.left(), bottom, side)
                && anyInk(right, bottom, side);
    }

    private boolean anyInk(int left, int top, int side) {
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                if (ink[y * width + x] != 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
