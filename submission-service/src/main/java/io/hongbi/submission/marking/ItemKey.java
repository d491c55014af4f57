package io.hongbi.submission.marking;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an item is marked: for teachers' eyes only.
 *
 * @param answers the right ones, any of which will do; of a multiple choice each is a whole set of
 *     options, {@code AD}; empty where the machine does not mark the item
 * @param points for a right answer, 0 or more, at most two places
 * @param tolerance how far a number may be from the answer, 0 or more
 * @param partial whether a multiple choice that is partly right gets a part of the points
 * @param penalty taken off for a wrong answer, 0 to {@code points}; a blank one loses nothing
 * @param everyone whether everybody gets the points, whatever they answered
 * @param completion what how much is done is worth; null for all but the completion of notes
 */
public record ItemKey(
        List<String> answers,
        BigDecimal points,
        BigDecimal tolerance,
        boolean partial,
        BigDecimal penalty,
        boolean everyone,
        Counting counting,
        @Nullable CompletionRule completion) {

    /** What the item means for the score. */
    public enum Counting {
        NORMAL,
        /** Its points come on top of the maximum. */
        BONUS,
        /** It counts for nobody, whatever was answered or decided. */
        DROPPED
    }

    public ItemKey {
        answers = List.copyOf(answers);
        if (answers.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("A right answer is not blank");
        }
        points = Points.atLeastZero(points);
        penalty = Points.atLeastZero(penalty);
        if (penalty.compareTo(points) > 0) {
            throw new IllegalArgumentException(
                    "A wrong answer loses no more than a right one wins");
        }
        if (tolerance.signum() < 0) {
            throw new IllegalArgumentException("A tolerance is not negative");
        }
    }

    /** An item that has answers. */
    public ItemKey(
            List<String> answers,
            BigDecimal points,
            BigDecimal tolerance,
            boolean partial,
            BigDecimal penalty,
            boolean everyone,
            Counting counting) {
        this(answers, points, tolerance, partial, penalty, everyone, counting, null);
    }

    /** The completion of notes. */
    public static ItemKey of(CompletionRule rule) {
        return new ItemKey(
                List.of(),
                rule.complete(),
                BigDecimal.ZERO,
                false,
                BigDecimal.ZERO,
                false,
                Counting.NORMAL,
                rule);
    }

    /** An item that is right or wrong, and no more. */
    public static ItemKey of(List<String> answers, BigDecimal points) {
        return new ItemKey(
                answers, points, BigDecimal.ZERO, false, BigDecimal.ZERO, false, Counting.NORMAL);
    }

    /** What the item adds to the maximum of the score. */
    BigDecimal max() {
        return counting == Counting.NORMAL ? points : BigDecimal.ZERO;
    }

    /** How many answers, and never which: they do not belong into logs. */
    @Override
    public String toString() {
        return "ItemKey of " + answers.size() + " answers for " + points;
    }
}
