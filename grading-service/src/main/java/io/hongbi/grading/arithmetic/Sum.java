package io.hongbi.grading.arithmetic;

import io.hongbi.common.reading.Item.State;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A sum as a line's signs say it, whatever their probability.
 *
 * @param expression what is asked; {@code ()} stands where an answer belongs, unless that is at the
 *     end, behind the equals sign
 * @param response what is answered; null where nothing is, or nothing that could be named
 * @param state doubtful where the signs make no sum
 * @param from place of its first sign on the line
 * @param to place behind its last sign
 */
record Sum(String expression, @Nullable String response, State state, int from, int to) {

    /** Whether an answer may yet stand further on: none was written, or it was crossed out. */
    boolean open() {
        return state == State.BLANK || state == State.CROSSED_OUT;
    }

    /** Whether both say the same, wherever they stand. */
    boolean agrees(Sum other) {
        return expression.equals(other.expression)
                && state == other.state
                && Objects.equals(response, other.response);
    }
}
