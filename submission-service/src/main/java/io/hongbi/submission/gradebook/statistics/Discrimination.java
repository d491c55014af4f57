package io.hongbi.submission.gradebook.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How well an item tells strong students from weak ones: the correlation of its marks with the rest
 * of the score, the item itself left out (Henrysson, Correction of item-total correlations in item
 * analysis, Psychometrika 28, 1963, 211-218). From -1 to 1; good items lie above 0.2 or so, one
 * below 0 is more often right with weak students.
 */
final class Discrimination {

    /** Below it the standard error of a correlation, about {@code 1 / sqrt(n - 1)}, exceeds 1/3. */
    static final int FEWEST = 10;

    private Discrimination() {}

    /**
     * @param item shares of the item's points
     * @param rest shares of the points of the other items, of the same papers
     * @return two places; null where papers are too few, or all equal in the one or the other
     */
    static @Nullable BigDecimal itemRest(double[] item, double[] rest) {
        int n = item.length;
        if (n < FEWEST || allEqual(item) || allEqual(rest)) {
            return null;
        }
        double itemMean = Arrays.stream(item).average().orElseThrow();
        double restMean = Arrays.stream(rest).average().orElseThrow();
        double both = 0;
        double items = 0;
        double rests = 0;
        for (int i = 0; i < n; i++) {
            double x = item[i] - itemMean;
            double y = rest[i] - restMean;
            both += x * y;
            items += x * x;
            rests += y * y;
        }
        return BigDecimal.valueOf(both / Math.sqrt(items * rests))
                .setScale(2, RoundingMode.HALF_UP);
    }

    private static boolean allEqual(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }
}
