package io.hongbi.submission.marking.sum;

import io.hongbi.common.reading.Item.Alternative;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How sure it is that an answer to a sum is judged rightly, from what the reader holds possible and
 * from what the sum comes to: a logistic curve (Platt 1999) whose weights are fitted to the
 * readings of validation pages. What is read stays what is read. An answer with which the sum holds
 * is hardly a chance misreading of one with which it does not; one that may be any of several wrong
 * ones is wrong. The training's {@code certainty.py} has the same numbers, and its tables of pages
 * are made with them.
 */
public enum Certainty {
    /** A teacher is asked. */
    NONE,
    /** It is not the right answer, whatever it says exactly. */
    NOT_RIGHT,
    /** It says what was read. */
    READ;

    /** What is less likely the reader does not name. */
    private static final double LEAST = 1e-4;

    /** From here the sum is said to hold. */
    private static final double ENOUGH_FOR_RIGHT = 0.97;

    /** From here it is said not to. */
    private static final double ENOUGH_FOR_WRONG = 0.975;

    /** From which confidence of the reader a wrong answer is what was read. */
    private static final double ENOUGH_FOR_READ = 0.95;

    /**
     * @param response null where what was written is crossed out
     * @param confidence of the response, 0 to 1, before anything is known of the sum
     * @param alternatives other responses to the same, all that the reader holds possible
     */
    public static Certainty of(
            Sum asked,
            @Nullable String response,
            double confidence,
            List<Alternative> alternatives) {
        double another = unlikely(1 - confidence);
        if (response != null && asked.holds(response)) {
            return share(2.54 + 1.04 * another) >= ENOUGH_FOR_RIGHT ? READ : NONE;
        }
        double right = 0;
        double unnamed = 1 - confidence;
        for (var other : alternatives) {
            double likely = other.confidence().value();
            unnamed -= likely;
            right += asked.holds(other.response()) ? likely : 0;
        }
        boolean overlooked = response != null && asked.wouldHoldWithMore(response);
        double evidence =
                0.79 * unlikely(right)
                        + 0.34 * another
                        + 0.25 * unlikely(unnamed)
                        - (overlooked ? 1.44 : 0)
                        - 4.65;
        if (share(evidence) < ENOUGH_FOR_WRONG) {
            return NONE;
        }
        return confidence >= ENOUGH_FOR_READ ? READ : NOT_RIGHT;
    }

    private static double unlikely(double probability) {
        return -Math.log(Math.max(0, probability) + LEAST);
    }

    /** The logistic curve. */
    private static double share(double evidence) {
        return 1 / (1 + Math.exp(-evidence));
    }
}
