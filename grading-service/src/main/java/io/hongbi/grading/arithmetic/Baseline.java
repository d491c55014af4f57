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

    /** A line does not lean further away from the page's. */
    private static final double MOST_OFF = 0.12;

    private Baseline() {}

    /** The median slope of the long groups; 0 where there is none. */
    static double commonSlope(List<List<Blob>> groups, Digits digits) {
        double least = LEAST_LENGTH_OF_MANY * digits.height();
        var slopes =
                groups.stream()
                        .map(digits::within)
                        .filter(own -> own.size() > 2 && length(own) > least)
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
    static TextLine of(List<Blob> group, Digits digits, double common) {
        var own = digits.within(group);
        double height = digits.height();
        boolean told = own.size() > 2 && length(own) > LEAST_LENGTH * height;
        double slope = told ? slope(own) : common;
        if (Math.abs(slope - common) > MOST_OFF) {
            slope = common;
        }
        var middle = own.isEmpty() ? high(group, height) : own;
        double x = middle.stream().mapToDouble(Baseline::middleX).average().orElse(0);
        double y = middle.stream().mapToDouble(LineFinder::middle).average().orElse(0);
        int left = group.stream().mapToInt(Blob::left).min().orElse(0);
        int right = group.stream().mapToInt(Blob::right).max().orElse(1);
        return new TextLine(
                left, y + slope * (left - x), right, y + slope * (right - x), height(own, height));
    }

    /** Few digits are a poor measure: the page's own counts as much. */
    private static double height(List<Blob> own, double page) {
        return Math.sqrt(page * own.stream().mapToInt(Blob::height).average().orElse(page));
    }

    /** Where no digit stands apart, whatever is not low. */
    private static List<Blob> high(List<Blob> group, double height) {
        var high = group.stream().filter(piece -> piece.height() > 0.5 * height).toList();
        return high.isEmpty() ? group : high;
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
