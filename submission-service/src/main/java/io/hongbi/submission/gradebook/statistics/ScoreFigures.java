package io.hongbi.submission.gradebook.statistics;

import io.hongbi.submission.gradebook.Facility;
import io.hongbi.submission.gradebook.statistics.Statistics.Scores;
import io.hongbi.submission.marking.Marks;
import io.hongbi.submission.marking.Score;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the scores of a class are distributed. */
final class ScoreFigures {

    private static final int BARS = 10;

    private ScoreFigures() {}

    /** Null where no paper has a score whose marks are all known. */
    static @Nullable Scores of(List<Marks> marked) {
        var scores =
                marked.stream()
                        .filter(ScoreFigures::isWhole)
                        .map(Marks::score)
                        .filter(score -> score != null && score.max().signum() > 0)
                        .map(Objects::requireNonNull)
                        .toList();
        if (scores.isEmpty()) {
            return null;
        }
        var shares = scores.stream().map(ScoreFigures::share).sorted().toList();
        var mean = mean(shares);
        return new Scores(
                shares.size(),
                marked.size() - shares.size(),
                max(scores),
                rounded(mean),
                rounded(median(shares)),
                rounded(shares.getFirst()),
                rounded(shares.getLast()),
                deviation(shares, mean),
                distribution(shares));
    }

    private static boolean isWhole(Marks marks) {
        return marks.marks().stream().noneMatch(mark -> mark.mark() == null);
    }

    private static BigDecimal share(Score score) {
        return score.value().divide(score.max(), MathContext.DECIMAL64);
    }

    private static @Nullable BigDecimal max(List<Score> scores) {
        var first = scores.getFirst().max();
        return scores.stream().allMatch(score -> score.max().compareTo(first) == 0) ? first : null;
    }

    private static BigDecimal mean(List<BigDecimal> shares) {
        return shares.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(shares.size()), MathContext.DECIMAL64);
    }

    /** Of an even number of papers the middle between the two in the middle. */
    private static BigDecimal median(List<BigDecimal> sorted) {
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : mean(List.of(sorted.get(half - 1), sorted.get(half)));
    }

    private static @Nullable BigDecimal deviation(List<BigDecimal> shares, BigDecimal mean) {
        if (shares.size() < 2) {
            return null;
        }
        var squares = shares.stream().map(share -> share.subtract(mean).pow(2)).toList();
        return rounded(mean(squares).sqrt(MathContext.DECIMAL64));
    }

    private static List<Integer> distribution(List<BigDecimal> shares) {
        var bars = new ArrayList<>(Collections.nCopies(BARS, 0));
        for (var share : shares) {
            int bar = share.movePointRight(1).setScale(0, RoundingMode.FLOOR).intValue();
            int within = Math.clamp(bar, 0, BARS - 1);
            bars.set(within, bars.get(within) + 1);
        }
        return bars;
    }

    private static BigDecimal rounded(BigDecimal share) {
        return Facility.plain(share.setScale(2, RoundingMode.HALF_UP));
    }
}
