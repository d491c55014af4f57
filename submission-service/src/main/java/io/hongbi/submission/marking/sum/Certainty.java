package io.hongbi.submission.marking.sum;

import io.hongbi.common.reading.Item.Alternative;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How sure it is that an answer to a sum is judged rightly, from what the reader holds possible and
 * from what the sum comes to. What is read stays what is read. An answer with which the sum holds
 * is hardly a chance misreading of one with which it does not, where it is likelier than all else.
 * One that may be any of several wrong ones is wrong; how sure that is, a logistic curve says
 * (Platt 1999) whose weights are fitted to the readings of validation pages. The training's {@code
 * certainty.py} has the same numbers, and its tables of pages are made with them; {@code
 * certainty.json} among the tests' resources holds the two together.
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

    /**
     * What a wrong answer has for it: to begin with, for how unlikely those are with which the sum
     * holds, for how unlikely another one is at all, and for how little the reader does not name.
     */
    private static final double WRONG = -5.08;

    private static final double WRONG_BY_RIGHT = 0.84;
    private static final double WRONG_BY_ANOTHER = 0.55;
    private static final double WRONG_BY_UNNAMED = 0.27;

    /** Below it the reader has seen but half of the sum. */
    private static final double HALF_SEEN = 0.1;

    /**
     * From which confidence an answer may be right: more likely than all else together, or it would
     * be read right because the sum then holds.
     */
    private static final double LIKELY = 0.6;

    /** The same of a comparison, which holds every other time whatever is read. */
    private static final double LIKELY_COMPARISON = 0.9;

    /** How likely the right number may be written in another form than was read. */
    private static final double MOST_IN_ANOTHER_FORM = 0.05;

    /** What the reader does not name is mostly that something else is asked; no more may be. */
    private static final double MOST_UNNAMED = 0.1;

    /** From here a sum is said not to hold. */
    private static final double ENOUGH_FOR_WRONG = 0.985;

    /** From which confidence of the reader an answer is what was read, to the letter. */
    private static final double ENOUGH_FOR_READ = 0.95;

    /**
     * @param response null where what was written is crossed out, which is READ or NONE
     * @param confidence of the response, 0 to 1, before anything is known of the sum
     * @param alternatives other responses to the same, all that the reader holds possible
     */
    public static Certainty of(
            Sum asked,
            @Nullable String response,
            double confidence,
            List<Alternative> alternatives) {
        if (confidence < HALF_SEEN || (response != null && !asked.isAnswer(response))) {
            return NONE;
        }
        return response != null && asked.holds(response)
                ? ofRight(asked, response, confidence, alternatives)
                : ofWrong(asked, response, confidence, alternatives);
    }

    private static Certainty ofRight(
            Sum asked, String response, double confidence, List<Alternative> alternatives) {
        double otherwise =
                alternatives.stream()
                        .filter(other -> asked.holdsInAnotherForm(response, other.response()))
                        .mapToDouble(other -> other.confidence().value())
                        .sum();
        double likely = asked.isComparison() ? LIKELY_COMPARISON : LIKELY;
        return confidence >= likely && otherwise <= MOST_IN_ANOTHER_FORM ? READ : NONE;
    }

    private static Certainty ofWrong(
            Sum asked,
            @Nullable String response,
            double confidence,
            List<Alternative> alternatives) {
        double right = 0;
        double unnamed = 1 - confidence;
        for (var other : alternatives) {
            double likely = other.confidence().value();
            unnamed -= likely;
            right += asked.holds(other.response()) ? likely : 0;
        }
        double share =
                share(
                        WRONG
                                + WRONG_BY_RIGHT * unlikely(right)
                                + WRONG_BY_ANOTHER * unlikely(1 - confidence)
                                + WRONG_BY_UNNAMED * unlikely(unnamed));
        if (share < ENOUGH_FOR_WRONG
                || unnamed > MOST_UNNAMED
                || overlooked(asked, response, confidence)
                || (response != null && asked.isRounded(response))) {
            return NONE;
        }
        if (confidence >= ENOUGH_FOR_READ) {
            return READ;
        }
        return response == null ? NONE : NOT_RIGHT;
    }

    /**
     * Whether a few pixels more may make it right. Most sides of a comparison would hold so, where
     * the reader is sure it does not count.
     */
    private static boolean overlooked(Sum asked, @Nullable String response, double confidence) {
        boolean counts = !asked.isComparison() || confidence < ENOUGH_FOR_READ;
        return response != null && counts && asked.wouldHoldWithMore(response);
    }

    private static double unlikely(double probability) {
        return -Math.log(Math.max(0, probability) + LEAST);
    }

    /** The logistic curve. */
    private static double share(double evidence) {
        return 1 / (1 + Math.exp(-evidence));
    }
}
