package io.hongbi.grading.arithmetic;

import io.hongbi.grading.photo.Blob;
import java.util.List;
import java.util.stream.Stream;

/**
 * What lies about lines, in pixels of the ink's copy.
 *
 * @param lines that say no sum, or something before one
 * @param loose pieces that belong to no line
 * @param astray pieces of lines that stand higher or lower than the rest
 */
record Surroundings(
        List<TextLine> lines, List<Blob> loose, List<Blob> astray, int width, int height) {

    private static final double REACH = 4;
    private static final double LEAST_AREA = 0.04;
    private static final double EDGE = 0.3;

    /** From the middle of a line to that of one above or below, in heights of a digit. */
    private static final double NEAREST_ABOUT = 0.6;

    private static final double FARTHEST_ABOUT = 2.2;

    /** Whether something that was not read lies where an answer would. */
    boolean anyBehind(TextLine line) {
        return loose.stream().anyMatch(piece -> behind(line, piece))
                || lines.stream().anyMatch(other -> behind(line, other));
    }

    private static boolean behind(TextLine line, Blob piece) {
        double cap = line.cap();
        double x = Math.max(piece.left(), line.endX() - cap);
        double y = line.endY() + line.slope() * (x - line.endX());
        return piece.area() > LEAST_AREA * cap * cap
                && piece.right() > line.endX() - cap
                && piece.left() < line.endX() + REACH * cap
                && piece.bottom() > y - 0.8 * cap
                && piece.top() < y + 0.8 * cap
                && piece.height() < 5 * cap;
    }

    private static boolean behind(TextLine line, TextLine other) {
        double gap = other.startX() - line.endX();
        double y = line.endY() + line.slope() * gap;
        return gap > -2 * line.cap()
                && gap < REACH * line.cap()
                && Math.abs(other.startY() - y) < line.cap();
    }

    /** Whether something that was not read stands above or below, as corrections do. */
    boolean anyAbout(TextLine line) {
        return Stream.concat(loose.stream(), astray.stream()).anyMatch(p -> about(line, p))
                || lines.stream().anyMatch(other -> about(line, other));
    }

    private static boolean about(TextLine line, Blob piece) {
        return piece.area() > LEAST_AREA * line.cap() * line.cap()
                && piece.right() > line.startX()
                && piece.left() < line.endX() + REACH * line.cap()
                && line.leadsAway(piece);
    }

    private static boolean about(TextLine line, TextLine other) {
        double y = line.startY() + line.slope() * (other.startX() - line.startX());
        double away = Math.abs(other.startY() - y) / line.cap();
        return other.endX() > line.startX()
                && other.startX() < line.endX() + REACH * line.cap()
                && away > NEAREST_ABOUT
                && away < FARTHEST_ABOUT;
    }

    /** Whether the photo ends before the line does. */
    boolean cut(TextLine line) {
        double margin = EDGE * line.cap();
        return line.corners(0, 1, FoundExpression.HEIGHT).stream()
                .anyMatch(c ->
                        c[0] < -margin
                                || c[1] < -margin
                                || c[0] > width + margin
                                || c[1] > height + margin);
    }
}
