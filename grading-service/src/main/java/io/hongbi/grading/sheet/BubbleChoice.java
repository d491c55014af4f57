package io.hongbi.grading.sheet;

import io.hongbi.common.reading.Item.State;
import io.hongbi.grading.sheet.BubbleMark.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the bubbles of one question say together.
 *
 * @param response null where nothing is chosen for certain enough to be named
 * @param confidence 0 to 1
 * @param alternatives other responses, the likeliest first
 */
public record BubbleChoice(
        @Nullable String response, State state, double confidence, List<String> alternatives) {

    /** Rubbed out, or a speck, beside a filled bubble: weaker than it by so much. */
    private static final double RESIDUE = 0.35;

    private static final double LESS_SURE = 0.98;

    /** An option and its mark. */
    record Option(String value, BubbleMark mark) {}

    public BubbleChoice {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * @param multiple whether several may be chosen
     */
    static BubbleChoice of(List<Option> options, boolean multiple) {
        var chosen = those(options, BubbleMark::chosen);
        var open = those(options, mark -> mark.open() || (chosen.isEmpty() && mark.beside()));
        var struckOut = those(options, mark -> mark.kind() == Kind.CROSSED_OUT);
        if (!residue(open, chosen, multiple)) {
            return doubtful(options, chosen, open);
        }
        if (!struckOut.isEmpty()) {
            return new BubbleChoice(named(chosen), State.CROSSED_OUT, 0.6, values(struckOut));
        }
        if (chosen.isEmpty()) {
            return new BubbleChoice(null, State.BLANK, confidence(options), List.of());
        }
        double confidence = confidence(options) * (open.isEmpty() ? 1 : LESS_SURE);
        return chosen.size() > 1 && !multiple
                ? new BubbleChoice(named(chosen), State.MULTIPLE, confidence, values(chosen))
                : new BubbleChoice(named(chosen), State.OK, confidence, List.of());
    }

    /** Whether what is open cannot be anything but a speck, or what a rubber has left. */
    private static boolean residue(List<Option> open, List<Option> chosen, boolean multiple) {
        if (open.isEmpty()) {
            return true;
        }
        if (multiple || chosen.size() != 1 || chosen.getFirst().mark().kind() != Kind.FILLED) {
            return false;
        }
        double most = RESIDUE * chosen.getFirst().mark().strength();
        return open.stream()
                .map(Option::mark)
                .allMatch(mark -> mark.kind() == Kind.UNSURE && mark.strength() < most);
    }

    private static BubbleChoice doubtful(
            List<Option> options, List<Option> chosen, List<Option> open) {
        var likeliest =
                open.stream()
                        .sorted(Comparator.comparingDouble(option -> -option.mark().strength()))
                        .toList();
        var first = likeliest.getFirst();
        if (chosen.isEmpty() && open.size() == 1 && first.mark().kind() == Kind.FAINT) {
            return new BubbleChoice(first.value(), State.FAINT, 0.7, List.of());
        }
        var all = new ArrayList<Option>(chosen);
        all.addAll(likeliest);
        all.sort(Comparator.comparingInt(options::indexOf));
        return new BubbleChoice(named(chosen), State.DOUBTFUL, 0.5, values(all));
    }

    private static List<Option> those(List<Option> options, Predicate<BubbleMark> wanted) {
        return options.stream().filter(option -> wanted.test(option.mark())).toList();
    }

    private static @Nullable String named(List<Option> options) {
        return options.isEmpty()
                ? null
                : options.stream().map(Option::value).collect(Collectors.joining());
    }

    private static List<String> values(List<Option> options) {
        return options.stream().map(Option::value).toList();
    }

    private static double confidence(List<Option> options) {
        return options.stream()
                .mapToDouble(option -> option.mark().confidence())
                .reduce(1, (one, other) -> one * other);
    }
}
