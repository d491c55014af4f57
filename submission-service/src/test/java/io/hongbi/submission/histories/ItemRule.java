package io.hongbi.submission.histories;

import io.hongbi.submission.histories.Step.ItemChange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How an item is marked, after some changes. */
final class ItemRule {

    private ItemChange now;

    ItemRule(ItemChange first) {
        now = first;
    }

    void change(ItemChange by) {
        now =
                new ItemChange(
                        now.item(),
                        by.answers() == null ? now.answers() : by.answers(),
                        by.points() == null ? now.points() : by.points(),
                        by.tolerance() == null ? now.tolerance() : by.tolerance(),
                        by.partial() == null ? now.partial() : by.partial(),
                        by.penalty() == null ? now.penalty() : by.penalty(),
                        by.drop() == null ? now.drop() : by.drop(),
                        by.bonus() == null ? now.bonus() : by.bonus(),
                        by.everyone() == null ? now.everyone() : by.everyone());
    }

    Sheet.Asks asks() {
        return Sheet.ITEMS.get(now.item()).asks();
    }

    List<String> answers() {
        return known(now.answers()).stream().map(n -> Rules.answer(now.item(), n)).toList();
    }

    BigDecimal points() {
        return known(now.points());
    }

    BigDecimal max() {
        return drop() || known(now.bonus()) ? BigDecimal.ZERO : points();
    }

    /** In hundredths. */
    int tolerance() {
        return known(now.tolerance()).movePointRight(2).intValueExact();
    }

    boolean partial() {
        return known(now.partial());
    }

    /** A penalty above the points is all of them. */
    BigDecimal penalty() {
        return known(now.penalty()).min(points());
    }

    boolean drop() {
        return known(now.drop());
    }

    boolean everyone() {
        return known(now.everyone());
    }

    boolean isWorthless() {
        return points().signum() == 0 && answers().isEmpty();
    }

    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
