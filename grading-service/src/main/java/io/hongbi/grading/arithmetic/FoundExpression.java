package io.hongbi.grading.arithmetic;

import io.hongbi.common.reading.Item.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sum found on a page.
 *
 * @param corners x and y in pixels of the raster that was read, clockwise from the top left of the
 *     expression: on a page that is upside down that is the lower right
 * @param expression what is asked: digits and {@code + - * / ( ) = < > .}; {@code ()} stands where
 *     the answer belongs, unless that is at the end
 * @param response what is answered, a remainder behind {@code ...}; null when blank
 * @param confidence calibrated, 0 to 1, that expression, response and state are as said
 * @param alternatives other responses to the same expression, the likeliest first
 * @param written corners of what is written by hand; empty where nothing is
 */
public record FoundExpression(
        List<double[]> corners,
        String expression,
        @Nullable String response,
        State state,
        double confidence,
        List<Alternative> alternatives,
        List<double[]> written) {

    /** Of its region, in heights of a digit. */
    static final double HEIGHT = 1.9;

    /** However well its ink was read: what was not seen may say anything. */
    private static final double HALF_SEEN = 0.05;

    private static final double EITHER = 0.5;

    public FoundExpression {
        corners = List.copyOf(corners);
        alternatives = List.copyOf(alternatives);
        written = List.copyOf(written);
    }

    /** Another response and how likely it is. */
    public record Alternative(String response, double probability) {}

    /** Whether nothing was read where the answer belongs, though something may stand there. */
    public boolean mayBeAnswered() {
        return state == State.DOUBTFUL && response == null && confidence < EITHER;
    }

    /** The same in pixels of the photo before it was turned. */
    FoundExpression turnedBack(Turn turn, int width, int height) {
        return new FoundExpression(
                turn.back(corners, width, height),
                expression,
                response,
                state,
                confidence,
                alternatives,
                written.isEmpty() ? written : turn.back(written, width, height));
    }

    /** The same in a photo that is larger by a factor. */
    FoundExpression scaled(double factor) {
        return new FoundExpression(
                scaled(corners, factor),
                expression,
                response,
                state,
                confidence,
                alternatives,
                scaled(written, factor));
    }

    private static List<double[]> scaled(List<double[]> points, double factor) {
        return points.stream()
                .map(point -> new double[] {factor * point[0], factor * point[1]})
                .toList();
    }

    /**
     * The same, half seen: neither ink nor arithmetic can make it certain. What seems to be crossed
     * out is called so all the same, as it was at least written.
     */
    FoundExpression doubted() {
        return new FoundExpression(
                corners,
                expression,
                response,
                state == State.CROSSED_OUT ? state : State.DOUBTFUL,
                Math.min(confidence, HALF_SEEN),
                alternatives,
                written);
    }
}
