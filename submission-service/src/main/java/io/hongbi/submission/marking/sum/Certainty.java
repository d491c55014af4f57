package io.hongbi.submission.marking.sum;

import io.hongbi.common.reading.Item.Alternative;
import java.util.List;

/**
 * How sure an answer to a sum is, once it is known what the sum comes to. What is read stays what
 * is read; only how far it can be trusted follows from the sum, by Bayes' theorem: a reading with
 * which the sum holds is hardly a chance misreading of one with which it does not, and one with
 * which it does not hold is doubted where a right answer looks nearly alike. The training's {@code
 * exercises.py} has the same numbers, and its tables of pages are made with them.
 */
public final class Certainty {

    /** A sum is judged from here. */
    private static final double ACCEPT = 0.92;

    /** Share of answers that are taken to be right before they are read. */
    private static final double HELD = 0.5;

    /** How many wrong answers one may be taken for. */
    private static final int OTHER_ANSWERS = 5;

    /** How likely a right answer is that the reader does not even name. */
    private static final double UNSEEN = 3e-4;

    /** The same of one from which it has overlooked a point or a 1, which are a few pixels. */
    private static final double OVERLOOKED = 0.06;

    private Certainty() {}

    /**
     * @param confidence of the response, 0 to 1, before anything is known of the sum
     * @param alternatives other responses to the same
     */
    public static boolean isEnough(
            Sum asked, String response, double confidence, List<Alternative> alternatives) {
        double mine = weight(asked, response, confidence);
        double others = 0;
        double rest = 1 - confidence;
        for (var other : alternatives) {
            double likely = other.confidence().value();
            others += weight(asked, other.response(), likely);
            rest -= likely;
        }
        double unnamed =
                Math.max(0, rest) * (1 - HELD) / OTHER_ANSWERS + unseen(asked, response) * HELD;
        return mine >= ACCEPT * (mine + others + unnamed);
    }

    /** How likely another answer is right that the reader does not name. */
    private static double unseen(Sum asked, String response) {
        if (asked.holds(response)) {
            return 0;
        }
        return asked.wouldHoldWithMore(response) ? OVERLOOKED : UNSEEN;
    }

    private static double weight(Sum asked, String response, double likely) {
        return likely * (asked.holds(response) ? HELD : (1 - HELD) / OTHER_ANSWERS);
    }
}
