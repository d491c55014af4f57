package io.hongbi.grading.arithmetic;

import io.hongbi.grading.photo.Blob;
import java.util.ArrayList;
import java.util.List;

/** Tells grains of a noisy photo from points and bars: a grain is small, and nowhere dark. */
final class Noise {

    private static final double SMALL = 0.6;

    private final List<List<Blob>> darkByRow = new ArrayList<>();
    private final double small;

    /**
     * @param dark pieces of ink at its full depth
     * @param cap height of a digit, px
     */
    Noise(List<Blob> dark, double cap) {
        this.small = SMALL * cap;
        for (var piece : dark) {
            if (piece.height() < cap) {
                row(piece.top()).add(piece);
            }
        }
    }

    private List<Blob> row(int top) {
        while (darkByRow.size() <= top) {
            darkByRow.add(new ArrayList<>());
        }
        return darkByRow.get(top);
    }

    /** Whether a piece of whatever is darker than paper is none. */
    boolean is(Blob piece) {
        if (piece.height() > small || piece.width() > small) {
            return false;
        }
        for (int top = piece.top(); top < piece.bottom() && top < darkByRow.size(); top++) {
            for (var dark : darkByRow.get(top)) {
                if (dark.left() >= piece.left() && dark.right() <= piece.right()) {
                    return false;
                }
            }
        }
        return true;
    }
}
