package io.hongbi.grading.arithmetic;

import io.hongbi.grading.photo.Blob;
import java.util.ArrayList;
import java.util.List;

/**
 * Parts what was joined over the gap between two columns: a teacher's tick may stand there, or a
 * long answer. A column is told by the lines above and below that begin where it begins.
 */
final class Columns {

    /** Answers, which may stand apart from what they answer, are shorter. */
    private static final double LEAST_LENGTH = 4;

    private static final double LEAST_GAP = 0.25;
    private static final double ALIGNED = 0.6;

    /** Further up and down a column may have moved, on a page that curls. */
    private static final double NEAR = 16;

    private static final int LEAST_LINES = 3;

    private final List<Start> starts;
    private final double cap;
    private final double slope;

    private record Start(double x, double y) {}

    /**
     * @param groups pieces of a line each, from left to right
     * @param cap height of a digit, px
     * @param slope of the lines; columns lean as much the other way
     */
    Columns(List<List<Blob>> groups, double cap, double slope) {
        this.cap = cap;
        this.slope = slope;
        this.starts =
                groups.stream()
                        .filter(group -> length(group) > LEAST_LENGTH * cap)
                        .map(group -> start(group.getFirst()))
                        .toList();
    }

    /** The parts of a group, one to a column. */
    List<List<Blob>> part(List<Blob> group) {
        var parts = new ArrayList<List<Blob>>();
        int from = 0;
        int reached = group.getFirst().right();
        for (int i = 1; i < group.size(); i++) {
            boolean parted = group.get(i).left() - reached > LEAST_GAP * cap;
            if (parted
                    && length(group.subList(from, i)) > LEAST_LENGTH * cap
                    && length(group.subList(i, group.size())) > LEAST_LENGTH * cap
                    && begins(group.get(i))) {
                parts.add(group.subList(from, i));
                from = i;
            }
            reached = Math.max(reached, group.get(i).right());
        }
        parts.add(group.subList(from, group.size()));
        return parts;
    }

    private boolean begins(Blob piece) {
        var here = start(piece);
        return starts.stream()
                        .filter(start ->
                                Math.abs(start.x - here.x) < ALIGNED * cap
                                        && Math.abs(start.y - here.y) < NEAR * cap)
                        .count()
                >= LEAST_LINES;
    }

    private Start start(Blob piece) {
        double y = LineFinder.middle(piece);
        return new Start(piece.left() + slope * y, y);
    }

    private static double length(List<Blob> group) {
        return group.stream().mapToInt(Blob::right).max().orElse(0) - group.getFirst().left();
    }
}
