package io.hongbi.grading.arithmetic;

import io.hongbi.grading.photo.Blob;
import java.util.List;

/**
 * Where a line of characters lies in the photo: pixels, (0, 0) the corner of the first one.
 *
 * @param startX left end, through the middle of the digits
 * @param startY left end
 * @param endX right end
 * @param endY right end
 * @param cap height of a printed digit
 */
record TextLine(double startX, double startY, double endX, double endY, double cap) {

    /** An answer reaches so far up or down, in heights of a digit. */
    private static final double HIGHEST = 1.4;

    /** What begins further away belongs to another line. */
    private static final double NEAREST = 1.6;

    TextLine {
        if (!(cap > 0 && endX > startX)) { // negated, so that NaN is refused too
            throw new IllegalArgumentException("A line runs from left to right");
        }
    }

    double length() {
        return Math.hypot(endX - startX, endY - startY);
    }

    double slope() {
        return (endY - startY) / (endX - startX);
    }

    /**
     * The corners of a part of the line, clockwise from top left.
     *
     * @param from share of the length where it begins
     * @param to share of the length where it ends
     * @param height in heights of a digit
     */
    List<double[]> corners(double from, double to, double height) {
        double acrossX = (endX - startX) / length();
        double acrossY = (endY - startY) / length();
        double half = height / 2 * cap;
        double downX = -acrossY * half;
        double downY = acrossX * half;
        double[] a = at(from);
        double[] b = at(to);
        return List.of(
                new double[] {a[0] - downX, a[1] - downY},
                new double[] {b[0] - downX, b[1] - downY},
                new double[] {b[0] + downX, b[1] + downY},
                new double[] {a[0] + downX, a[1] + downY});
    }

    private double[] at(double share) {
        return new double[] {startX + share * (endX - startX), startY + share * (endY - startY)};
    }

    /** Whether a piece of ink reaches further above or below than an answer, as corrections do. */
    boolean leadsAway(Blob piece) {
        double y = startY + slope() * ((piece.left() + piece.right()) / 2.0 - startX);
        double above = (y - piece.top()) / cap;
        double below = (piece.bottom() - y) / cap;
        return (above > HIGHEST && below > -NEAREST) || (below > HIGHEST && above > -NEAREST);
    }

    /**
     * A longer line.
     *
     * @param margin at both ends, in heights of a digit
     */
    TextLine longerBy(double margin) {
        double x = margin * cap;
        double y = x * slope();
        return new TextLine(startX - x, startY - y, endX + x, endY + y, cap);
    }

    /** The line with so many pixels more at its right end. */
    TextLine longer(double byPx) {
        return new TextLine(startX, startY, endX + byPx, endY + byPx * slope(), cap);
    }

    TextLine scaled(double factor) {
        return new TextLine(
                startX * factor, startY * factor, endX * factor, endY * factor, cap * factor);
    }
}
