package io.hongbi.submission.gradebook.statistics;

import io.hongbi.submission.gradebook.Facility;
import io.hongbi.submission.gradebook.statistics.Statistics.AnswerGroup;
import io.hongbi.submission.gradebook.statistics.Statistics.ItemFigures;
import io.hongbi.submission.gradebook.statistics.Statistics.OptionShare;
import io.hongbi.submission.gradebook.statistics.Statistics.SuspiciousKey;
import io.hongbi.submission.marking.ItemKey;
import io.hongbi.submission.marking.ItemKey.Counting;
import io.hongbi.submission.marking.Mark;
import io.hongbi.submission.marking.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The figures of one item, from the answers of a class. */
final class ItemAnalysis {

    static final int MOST_ANSWERS = 50;

    /** The strongest 27 % (Kelley, J. of Educational Psychology 30, 1939, 17-24), and no fewer. */
    private static final double STRONG = 0.27;

    private static final int FEWEST_STRONG = 5;

    /** As many of them have to agree before the key is doubted. */
    private static final double AGREEING = 0.6;

    private static final Comparator<AnswerGroup> MOST_FREQUENT =
            Comparator.comparingInt(AnswerGroup::papers)
                    .reversed()
                    .thenComparing(
                            AnswerGroup::response, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(AnswerGroup::verdict);

    private final String itemId;
    private final @Nullable ItemKey rule;
    private final List<String> options;
    private final List<Answer> answers;

    /**
     * @param rule null where the key does not know the item
     * @param options what can be chosen; none where nothing is
     */
    ItemAnalysis(
            String itemId, @Nullable ItemKey rule, List<String> options, List<Answer> answers) {
        this.itemId = itemId;
        this.rule = rule;
        this.options = options;
        this.answers = answers.stream().filter(answer -> answer.mark().page() != null).toList();
    }

    /**
     * What one paper has there.
     *
     * @param rest share of the points of the other items that count and are marked; null where
     *     there is none
     */
    record Answer(Mark mark, @Nullable Double rest) {}

    private record Group(@Nullable String response, Verdict verdict) {}

    ItemFigures figures() {
        var groups = groups();
        return new ItemFigures(
                itemId,
                Facility.max(rule),
                known().size(),
                count(Verdict.BLANK),
                count(Verdict.DOUBTFUL),
                Facility.of(rule, known()),
                discrimination(),
                options.stream().map(this::share).toList(),
                groups.stream().limit(MOST_ANSWERS).toList(),
                groups.stream().skip(MOST_ANSWERS).mapToInt(AnswerGroup::papers).sum(),
                suspiciousKey());
    }

    private List<BigDecimal> known() {
        return answers.stream().map(each -> each.mark().mark()).filter(Objects::nonNull).toList();
    }

    private int count(Verdict verdict) {
        return (int) answers.stream().filter(each -> each.mark().verdict() == verdict).count();
    }

    private @Nullable BigDecimal discrimination() {
        if (!counts()) {
            return null;
        }
        var item = new ArrayList<Double>();
        var rest = new ArrayList<Double>();
        for (var answer : answers) {
            var mark = answer.mark().mark();
            if (mark != null && answer.rest() != null) {
                item.add(mark.doubleValue());
                rest.add(answer.rest());
            }
        }
        return Discrimination.itemRest(array(item), array(rest));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private boolean counts() {
        return rule != null && rule.counting() != Counting.DROPPED && rule.points().signum() > 0;
    }

    private OptionShare share(String option) {
        int papers =
                (int)
                        answers.stream()
                                .map(each -> each.mark().response())
                                .filter(response -> response != null && response.contains(option))
                                .count();
        var share =
                answers.isEmpty()
                        ? null
                        : Facility.plain(
                                BigDecimal.valueOf(papers)
                                        .divide(
                                                BigDecimal.valueOf(answers.size()),
                                                2,
                                                RoundingMode.HALF_UP));
        return new OptionShare(option, papers, share);
    }

    private List<AnswerGroup> groups() {
        Map<Group, List<Mark>> groups = new LinkedHashMap<>();
        for (var answer : answers) {
            var mark = answer.mark();
            groups.computeIfAbsent(
                            new Group(mark.response(), mark.verdict()), _ -> new ArrayList<>())
                    .add(mark);
        }
        return groups.entrySet().stream()
                .map(group ->
                        new AnswerGroup(
                                group.getKey().response(),
                                group.getKey().verdict(),
                                group.getValue().size(),
                                common(group.getValue())))
                .sorted(MOST_FREQUENT)
                .toList();
    }

    /** Equal marks are written alike. */
    private static @Nullable BigDecimal common(List<Mark> marks) {
        var first = marks.getFirst().mark();
        return marks.stream().map(Mark::mark).distinct().count() == 1 ? first : null;
    }

    /**
     * Null below {@value Discrimination#FEWEST} papers: five of eight agree by chance too often.
     */
    private @Nullable SuspiciousKey suspiciousKey() {
        var strong = strong();
        if (strong.isEmpty() || !counts()) {
            return null;
        }
        Map<Group, Integer> given = new LinkedHashMap<>();
        strong.forEach(answer ->
                given.merge(
                        new Group(answer.mark().response(), answer.mark().verdict()),
                        1,
                        Integer::sum));
        for (var each : given.entrySet()) {
            var response = each.getKey().response();
            if (response != null
                    && each.getKey().verdict() == Verdict.WRONG
                    && each.getValue() >= AGREEING * strong.size()) {
                return new SuspiciousKey(response, each.getValue(), strong.size());
            }
        }
        return null;
    }

    /** By the other items; who did as well as the last of them is in too. */
    private List<Answer> strong() {
        var ranked =
                answers.stream()
                        .filter(answer -> answer.rest() != null)
                        .sorted(Comparator.comparingDouble(ItemAnalysis::rest).reversed())
                        .toList();
        if (ranked.size() < Discrimination.FEWEST) {
            return List.of();
        }
        int wanted = Math.max(FEWEST_STRONG, (int) Math.ceil(STRONG * ranked.size()));
        double least = rest(ranked.get(wanted - 1));
        return ranked.stream().filter(answer -> rest(answer) >= least).toList();
    }

    private static double rest(Answer answer) {
        return Objects.requireNonNull(answer.rest());
    }
}
