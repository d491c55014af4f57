package io.hongbi.grading.arithmetic;

import io.hongbi.grading.photo.Blob;
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

    private static List<Blob> within(List<Blob> pieces, List<Blob> group) {
        int left = group.stream().mapToInt(Blob::left).min().orElse(0);
        int right = group.stream().mapToInt(Blob::right).max().orElse(0);
        return pieces.stream()
                .filter(digit -> digit.left() >= left && digit.right() <= right)
                .filter(digit -> group.stream().anyMatch(piece -> holds(piece, digit)))
                .toList();
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
