package io.hongbi.grading.arithmetic;

import io.hongbi.grading.photo.Blob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The pieces of ink that are as high as the page's digits, told where ink is half as dark as it can
 * be: there characters that blur into each other on the photo stand apart, and are as high as they
 * were printed.
 */
final class Digits {

    private final List<Blob> sharp;
    private final List<Blob> byLeft;
    private final double height;

    /**
     * @param sharp pieces at half the depth of ink
     * @param height of a digit, px
     */
    Digits(List<Blob> sharp, double height) {
        this.height = height;
        this.sharp = sharp.stream().sorted(Comparator.comparingInt(Blob::left)).toList();
        this.byLeft = this.sharp.stream().filter(this::near).toList();
    }

    /** The commonest height, px. */
    double height() {
        return height;
    }

    /** Those within the boxes of a group, from left to right. */
    List<Blob> within(List<Blob> group) {
        return within(byLeft, group);
    }

    /** Whatever is as dark within the boxes of a group, from left to right. */
    List<Blob> anyWithin(List<Blob> group) {
        return within(sharp, group);
    }

    /** Loops, not streams: it is asked some hundred times a page. */
    private static List<Blob> within(List<Blob> pieces, List<Blob> group) {
        int left = Integer.MAX_VALUE;
        int right = 0;
        for (var piece : group) {
            left = Math.min(left, piece.left());
            right = Math.max(right, piece.right());
        }
        var within = new ArrayList<Blob>();
        for (int i = firstFrom(left, pieces); i < pieces.size(); i++) {
            var digit = pieces.get(i);
            if (digit.left() > right) {
                break;
            }
            if (digit.right() <= right && anyHolds(group, digit)) {
                within.add(digit);
            }
        }
        return within;
    }

    /** The place of the first that begins there or further right. */
    private static int firstFrom(int left, List<Blob> sorted) {
        int from = 0;
        int to = sorted.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (sorted.get(middle).left() < left) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    private static boolean anyHolds(List<Blob> group, Blob digit) {
        for (var piece : group) {
            if (holds(piece, digit)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(Blob piece, Blob digit) {
        return digit.left() >= piece.left()
                && digit.right() <= piece.right()
                && digit.top() >= piece.top()
                && digit.bottom() <= piece.bottom();
    }

    private boolean near(Blob piece) {
        return piece.height() > 0.78 * height
                && piece.height() < 1.28 * height
                && piece.width() < 1.5 * piece.height();
    }
}
