package io.hongbi.grading.arithmetic;

import io.hongbi.grading.photo.Blob;
import java.util.List;

/** Lays a straight line through the middle of the digits of a group. */
final class Baseline {

    /** A shorter line's slope is not told by itself. */
    private static final double LEAST_LENGTH = 5;

    /** Many short lines together tell the page's. */
    private static final double LEAST_LENGTH_OF_MANY = 3;

    private static final double STEEPEST = 0.6;

    private Baseline() {}

    /** The median slope of the long groups; 0 where there is none. */
    static double commonSlope(List<List<Blob>> groups, double cap) {
        var slopes =
                groups.stream()
                        .map(group -> digits(group, cap))
                        .filter(digits ->
                                digits.size() > 2 && length(digits) > LEAST_LENGTH_OF_MANY * cap)
                        .mapToDouble(Baseline::slope)
                        .filter(slope -> Math.abs(slope) < STEEPEST)
                        .sorted()
                        .toArray();
        return slopes.length == 0 ? 0 : slopes[slopes.length / 2];
    }

    /**
     * The line of a group, from its leftmost to its rightmost ink.
     *
     * @param common slope of the page
     */
    static TextLine of(List<Blob> group, double cap, double common) {
        var digits = digits(group, cap);
        double own = DigitHeight.near(digits, cap);
        // few digits are a poor measure: the page's own counts as much
        double height = own > 0 ? Math.sqrt(own * cap) : height(digits, cap);
        boolean told = digits.size() > 2 && length(digits) > LEAST_LENGTH * cap;
        double slope = told ? slope(digits) : common;
        if (Math.abs(slope - common) > 0.12) {
            slope = common;
        }
        double x = digits.stream().mapToDouble(Baseline::middleX).average().orElse(0);
        double y = digits.stream().mapToDouble(LineFinder::middle).average().orElse(0);
        int left = group.stream().mapToInt(Blob::left).min().orElse(0);
        int right = group.stream().mapToInt(Blob::right).max().orElse(1);
        return new TextLine(left, y + slope * (left - x), right, y + slope * (right - x), height);
    }

    /** Digits as high as the page's, or else whatever is not low. */
    private static List<Blob> digits(List<Blob> group, double cap) {
        var alike = group.stream().filter(p -> near(p, cap)).toList();
        if (alike.size() > 1) {
            return alike;
        }
        var high = group.stream().filter(p -> p.height() > 0.5 * cap).toList();
        return high.isEmpty() ? group : high;
    }

    private static boolean near(Blob piece, double cap) {
        return piece.height() > 0.78 * cap
                && piece.height() < 1.28 * cap
                && piece.width() < 1.5 * piece.height();
    }

    private static double height(List<Blob> digits, double cap) {
        var heights = digits.stream().mapToInt(Blob::height).sorted().toArray();
        return Math.max(heights[heights.length / 2], 0.6 * cap);
    }

    private static double length(List<Blob> digits) {
        return digits.getLast().right() - digits.getFirst().left();
    }

    private static double middleX(Blob piece) {
        return piece.left() + piece.width() / 2.0;
    }

    /** Least squares. */
    private static double slope(List<Blob> digits) {
        double meanX = digits.stream().mapToDouble(Baseline::middleX).average().orElse(0);
        double meanY = digits.stream().mapToDouble(LineFinder::middle).average().orElse(0);
        double across = 0;
        double along = 0;
        for (var digit : digits) {
            double x = middleX(digit) - meanX;
            across += x * (LineFinder.middle(digit) - meanY);
            along += x * x;
        }
        return along == 0 ? 0 : across / along;
    }
}
