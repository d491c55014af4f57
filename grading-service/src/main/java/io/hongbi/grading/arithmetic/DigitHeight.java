package io.hongbi.grading.arithmetic;

import io.hongbi.grading.photo.Blob;
import java.util.List;

/** How high digits are: the height that most pieces of ink shaped like digits have. */
final class DigitHeight {

    private static final int LEAST_PX = 5;
    private static final int MOST_PX = 60;

    /** Digits that touch are one piece as high as one. */
    private static final double WIDEST_SHAPE = 4;

    /** Heights that differ by this factor count as the same. */
    private static final double ALIKE = 1.18;

    private DigitHeight() {}

    /** The commonest height; 0 where nothing is shaped like a digit. */
    static double commonest(List<Blob> pieces) {
        return commonest(pieces, LEAST_PX, MOST_PX, 0);
    }

    /**
     * The commonest height within a range: noise is commoner than digits, but lower.
     *
     * @return the least where no piece is of such a height
     */
    static double commonest(List<Blob> pieces, double leastPx, double mostPx) {
        return commonest(pieces, (int) Math.floor(leastPx), (int) Math.ceil(mostPx), leastPx);
    }

    private static double commonest(List<Blob> pieces, int from, int to, double otherwise) {
        var counts = new int[MOST_PX + 1];
        for (var piece : pieces) {
            if (shaped(piece)) {
                counts[piece.height()]++;
            }
        }
        int best = 0;
        double most = 0;
        for (int height = from; height <= Math.min(to, MOST_PX); height++) {
            int alike = sum(counts, height / ALIKE, height * ALIKE);
            if (alike > most) {
                most = alike;
                best = height;
            }
        }
        return best == 0 ? otherwise : mean(counts, best / ALIKE, best * ALIKE);
    }

    private static boolean shaped(Blob piece) {
        double shape = (double) piece.width() / piece.height();
        double filled = (double) piece.area() / (piece.width() * piece.height());
        return piece.height() >= LEAST_PX
                && piece.height() <= MOST_PX
                && shape >= 0.2
                && shape <= WIDEST_SHAPE
                && filled >= 0.12
                && filled <= 0.9;
    }

    private static int sum(int[] counts, double from, double to) {
        int sum = 0;
        for (int height = 0; height < counts.length; height++) {
            sum += height >= from && height <= to ? counts[height] : 0;
        }
        return sum;
    }

    private static double mean(int[] counts, double from, double to) {
        double sum = 0;
        for (int height = 0; height < counts.length; height++) {
            sum += height >= from && height <= to ? counts[height] * height : 0;
        }
        return sum / sum(counts, from, to);
    }
}
