package io.hongbi.grading.arithmetic;

import io.hongbi.common.reading.Item.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sum found on a page.
 *
 * @param corners x and y in pixels of the raster that was read, clockwise from top left
 * @param expression what is asked: digits and {@code + - * / ( ) = < > .}; {@code ()} stands where
 *     the answer belongs, unless that is at the end
 * @param response what is answered, a remainder behind {@code ...}; null when blank
 * @param confidence calibrated, 0 to 1, that expression, response and state are as said
 * @param alternatives other responses to the same expression, the likeliest first
 */
public record FoundExpression(
        List<double[]> corners,
        String expression,
        @Nullable String response,
        State state,
        double confidence,
        List<Alternative> alternatives) {

    public FoundExpression {
        corners = List.copyOf(corners);
        alternatives = List.copyOf(alternatives);
    }

    /** Another response and how likely it is. */
    public record Alternative(String response, double probability) {}

    FoundExpression doubted() {
        return new FoundExpression(
                corners,
                expression,
                response,
                State.DOUBTFUL,
                Math.min(confidence, 0.5),
                alternatives);
    }
}
