package io.hongbi.grading.photo;

import java.util.List;
import java.util.function.Predicate;

/**
 * Finds pages that go on beyond the left or right side of the frame: most lines of writing run into
 * the side, and paper fills it. At the top and the bottom it cannot be told: a page that begins
 * between two lines looks like one cut between them.
 */
final class CutOff {

    /** On half the copy: letters and words, neither dots nor rules nor whole scribbles. */
    private static final int LEAST_HEIGHT_PX = 4;

    private static final int GREATEST_HEIGHT_PX = 30;

    /** A rule is a line so thick on average; writing turns back on itself. */
    private static final double RULE_PX = 2.5;

    /** A line of writing every 8 mm of A4. */
    private static final int LINE_PX = 14;

    private static final int PIECES_IN_A_LINE = 3;
    private static final int LEAST_LINES = 6;
    private static final double SHARE_OF_LINES = 0.6;
    private static final double SHARE_OF_PAPER = 0.9;

    /** Paper is at least so light, of the lightness that a quarter of the photo exceeds. */
    private static final double LIGHT_AS_PAPER = 0.75;

    private CutOff() {}

    static boolean at(Ink ink) {
        var writing = ink.pieces().stream().filter(CutOff::written).toList();
        int width = ink.mask().width();
        long lines = lines(writing, ink.mask().height(), PIECES_IN_A_LINE, _ -> true);
        long left = lines(writing, ink.mask().height(), 1, piece -> piece.left() == 0);
        long right = lines(writing, ink.mask().height(), 1, piece -> piece.right() == width);
        return (cut(left, lines) && paperFills(ink.paper(), 0))
                || (cut(right, lines) && paperFills(ink.paper(), width - 1));
    }

    private static boolean written(Blob piece) {
        return piece.height() >= LEAST_HEIGHT_PX
                && piece.height() <= GREATEST_HEIGHT_PX
                && piece.area() > RULE_PX * Math.max(piece.width(), piece.height());
    }

    private static boolean cut(long touching, long lines) {
        return touching >= LEAST_LINES && touching >= SHARE_OF_LINES * lines;
    }

    /** Strips of a line's height that hold so many pieces. */
    private static long lines(List<Blob> writing, int height, int pieces, Predicate<Blob> counted) {
        var found = new int[height / LINE_PX + 1];
        for (var piece : writing) {
            if (counted.test(piece)) {
                found[(piece.top() + piece.bottom()) / 2 / LINE_PX]++;
            }
        }
        long lines = 0;
        for (int count : found) {
            lines += count >= pieces ? 1 : 0;
        }
        return lines;
    }

    private static boolean paperFills(Raster paper, int column) {
        var values = paper.values();
        var counts = paper.histogram();
        int paperGrey = 255;
        for (int above = counts[255]; above < values.length / 4; above += counts[paperGrey]) {
            paperGrey--;
        }
        int light = 0;
        for (int row = 0; row < paper.height(); row++) {
            if ((values[row * paper.width() + column] & 0xFF) >= LIGHT_AS_PAPER * paperGrey) {
                light++;
            }
        }
        return light >= SHARE_OF_PAPER * paper.height();
    }
}
