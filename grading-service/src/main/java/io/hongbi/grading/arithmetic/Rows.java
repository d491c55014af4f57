package io.hongbi.grading.arithmetic;

import io.hongbi.grading.photo.Blob;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Parts what was joined from row to row, where rows are so near that their ink runs together: the
 * digits of one row stand as high as each other, those of two do not, and where ink is half as dark
 * as it can be they stand apart.
 */
final class Rows {

    /** Between the middles of digits of two rows, in heights of a digit. */
    private static final double LEAST_GAP = 0.8;

    /** Lower pieces are bars and points, which tell no row. */
    private static final double LEAST_HEIGHT = 0.7;

    private static final double MOST_HEIGHT = 1.6;

    private final Digits digits;
    private final double slope;

    /**
     * @param slope of the lines
     */
    Rows(Digits digits, double slope) {
        this.digits = digits;
        this.slope = slope;
    }

    /** The rows of a group. */
    List<List<Blob>> part(List<Blob> group) {
        double height = digits.height();
        boolean high = bottom(group) - top(group) > (1 + LEAST_GAP) * height;
        return high ? partSharp(group, digits.anyWithin(group)) : List.of(group);
    }

    private List<List<Blob>> partSharp(List<Blob> group, List<Blob> sharp) {
        var levels =
                sharp.stream()
                        .filter(piece -> piece.height() > LEAST_HEIGHT * digits.height())
                        .filter(piece -> piece.height() < MOST_HEIGHT * digits.height())
                        .mapToDouble(this::level)
                        .sorted()
                        .toArray();
        int below = 0;
        double widest = LEAST_GAP * digits.height();
        for (int i = 2; i < levels.length - 1; i++) { // two digits tell a row
            if (levels[i] - levels[i - 1] > widest) {
                widest = levels[i] - levels[i - 1];
                below = i;
            }
        }
        if (below == 0) {
            return List.of(group);
        }
        double border = (levels[below] + levels[below - 1]) / 2;
        var rows = sharp.stream().collect(Collectors.partitioningBy(p -> level(p) > border));
        return rows.values().stream().flatMap(row -> partSharp(row, row).stream()).toList();
    }

    private static int top(List<Blob> group) {
        return group.stream().mapToInt(Blob::top).min().orElse(0);
    }

    private static int bottom(List<Blob> group) {
        return group.stream().mapToInt(Blob::bottom).max().orElse(0);
    }

    private double level(Blob piece) {
        return LineFinder.middle(piece) - slope * (piece.left() + piece.width() / 2.0);
    }
}
