package io.hongbi.submission.assignment;

import io.hongbi.submission.marking.ItemKey;
import io.hongbi.submission.marking.ItemKey.Counting;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What changes of the key of an item, as the database keeps it: for teachers' eyes only. Null
 * leaves what was before; before the first there is no answer, no point and no rule.
 *
 * @param penalty where it is above the points that count, all of them
 */
public record KeyChange(
        @Nullable List<String> answers,
        @Nullable BigDecimal points,
        @Nullable BigDecimal tolerance,
        @Nullable Boolean partial,
        @Nullable BigDecimal penalty,
        @Nullable Boolean drop,
        @Nullable Boolean bonus,
        @Nullable Boolean everyone) {

    public KeyChange {
        answers = answers == null ? null : List.copyOf(answers);
    }

    /** Both changes as one, this one the later. */
    public KeyChange after(@Nullable KeyChange earlier) {
        return earlier == null
                ? this
                : new KeyChange(
                        or(answers, earlier.answers),
                        or(points, earlier.points),
                        or(tolerance, earlier.tolerance),
                        or(partial, earlier.partial),
                        or(penalty, earlier.penalty),
                        or(drop, earlier.drop),
                        or(bonus, earlier.bonus),
                        or(everyone, earlier.everyone));
    }

    /** The key that it makes of nothing. */
    public ItemKey key() {
        var most = number(points);
        return new ItemKey(
                answers == null ? List.of() : answers,
                most,
                number(tolerance),
                is(partial),
                number(penalty).min(most),
                is(everyone),
                counting());
    }

    private Counting counting() {
        if (is(drop)) {
            return Counting.DROPPED;
        }
        return is(bonus) ? Counting.BONUS : Counting.NORMAL;
    }

    private static BigDecimal number(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    private static boolean is(@Nullable Boolean flag) {
        return Boolean.TRUE.equals(flag);
    }

    private static <T> @Nullable T or(@Nullable T later, @Nullable T earlier) {
        return later == null ? earlier : later;
    }

    /** Never an answer: they do not belong into logs. */
    @Override
    public String toString() {
        return "KeyChange worth " + points;
    }
}
