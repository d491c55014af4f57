package io.hongbi.submission.gradebook.statistics;

import io.hongbi.submission.gradebook.Facility;
import io.hongbi.submission.gradebook.statistics.Statistics.Completion;
import io.hongbi.submission.marking.CompletionRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much of their work a class did. */
final class CompletionFigures {

    private CompletionFigures() {}

    /**
     * @param shares of papers, 0 to 1
     * @return null of none
     */
    static @Nullable Completion of(List<Double> shares) {
        if (shares.isEmpty()) {
            return null;
        }
        double mean = shares.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        int blank = 0;
        int complete = 0;
        for (var share : shares) {
            switch (CompletionRule.valueOf(share)) {
                case BLANK -> blank++;
                case PARTIAL -> {}
                case COMPLETE -> complete++;
            }
        }
        return new Completion(
                shares.size(),
                Facility.plain(BigDecimal.valueOf(mean).setScale(2, RoundingMode.HALF_UP)),
                blank,
                shares.size() - blank - complete,
                complete);
    }
}
