package io.hongbi.submission.gradebook;

import io.hongbi.submission.marking.ItemKey;
import io.hongbi.submission.marking.ItemKey.Counting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How easy an item was: the mean share of its points, 1 where everybody had all of them. */
public final class Facility {

    private Facility() {}

    /**
     * @param known the marks that are known
     * @return two places; null where no mark is known, or there is nothing to be won
     */
    public static @Nullable BigDecimal of(@Nullable ItemKey rule, List<BigDecimal> known) {
        if (rule == null
                || rule.points().signum() == 0
                || rule.counting() == Counting.DROPPED
                || known.isEmpty()) {
            return null;
        }
        return plain(
                known.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(
                                rule.points().multiply(BigDecimal.valueOf(known.size())),
                                2,
                                RoundingMode.HALF_UP));
    }

    /** What the item adds to the maximum of the score; 0 where there is no rule for it. */
    public static BigDecimal max(@Nullable ItemKey rule) {
        return rule == null || rule.counting() != Counting.NORMAL ? BigDecimal.ZERO : rule.points();
    }

    /** Without zeros at its end. */
    public static BigDecimal plain(BigDecimal number) {
        var plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
