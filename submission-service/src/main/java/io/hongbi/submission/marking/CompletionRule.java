package io.hongbi.submission.marking;

import io.hongbi.common.reading.Completion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * What notes are worth by how much of them is done.
 *
 * @param complete points for complete notes, 0 or more, at most two places: the most there is
 * @param partial points for partly done ones, up to {@code complete}; null means the share of them
 *     that is done
 * @param blank points for notes with nothing done, up to {@code complete}
 */
public record CompletionRule(BigDecimal complete, @Nullable BigDecimal partial, BigDecimal blank) {

    /** As {@link Completion.Value} says. */
    private static final double BLANK_BELOW = 0.05;

    private static final double COMPLETE_FROM = 0.9;
    private static final BigDecimal MOST = new BigDecimal("1000");

    public CompletionRule {
        if (complete.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("Notes are worth at most " + MOST);
        }
        complete = Points.atLeastZero(complete);
        blank = Points.atLeastZero(blank);
        partial = partial == null ? null : Points.atLeastZero(partial);
        if (blank.compareTo(complete) > 0 || (partial != null && partial.compareTo(complete) > 0)) {
            throw new IllegalArgumentException("Nothing is worth more than complete notes");
        }
    }

    /**
     * @param share that is done, 0 to 1
     */
    public static Completion.Value valueOf(double share) {
        if (share < BLANK_BELOW) {
            return Completion.Value.BLANK;
        }
        return share < COMPLETE_FROM ? Completion.Value.PARTIAL : Completion.Value.COMPLETE;
    }

    /**
     * @param share that is done, 0 to 1
     */
    BigDecimal points(double share) {
        return switch (valueOf(share)) {
            case BLANK -> blank;
            case PARTIAL ->
                    partial == null
                            ? Points.of(
                                    complete.multiply(BigDecimal.valueOf(share))
                                            .setScale(Points.PLACES, RoundingMode.HALF_UP))
                            : partial;
            case COMPLETE -> complete;
        };
    }
}
