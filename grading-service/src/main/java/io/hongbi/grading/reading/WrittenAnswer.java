package io.hongbi.grading.reading;

import static io.hongbi.grading.glyph.Glyph.CROSSED_OUT;
import static io.hongbi.grading.glyph.Glyph.EMPTY;

import io.hongbi.common.reading.Item.State;
import io.hongbi.grading.glyph.Glyph;
import io.hongbi.grading.reading.Combinations.Combination;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the characters in an item's boxes say together: the response they most likely make, and how
 * likely all boxes together make it.
 *
 * @param response null where nothing is written, or nothing that could be named
 * @param confidence that the response, or that there is none, is right
 * @param alternatives other responses, the likeliest first
 */
record WrittenAnswer(
        @Nullable String response, State state, double confidence, List<Other> alternatives) {

    private static final int MOST_OTHERS = 5;
    private static final double LEAST_PROBABILITY = 0.005;

    /** Another response and how likely it is. */
    record Other(String response, double probability) {}

    WrittenAnswer {
        alternatives = List.copyOf(alternatives);
    }

    static WrittenAnswer of(List<Glyph> seen, Notation notation) {
        var glyphs = notation.within(seen);
        var combinations = Combinations.of(glyphs);
        var labels = combinations.getFirst().labels();
        var responses = responses(combinations, notation);
        boolean sure = glyphs.stream().allMatch(Glyph::sure);
        if (labels.stream().allMatch(EMPTY::equals)) {
            return new WrittenAnswer(
                    null,
                    sure ? State.BLANK : State.DOUBTFUL,
                    combinations.getFirst().probability(),
                    others(responses, null));
        }
        if (sure && labels.contains(CROSSED_OUT)) {
            var corrected = notation.corrected(labels);
            return new WrittenAnswer(
                    corrected,
                    State.CROSSED_OUT,
                    combinations.getFirst().probability(),
                    others(responses, corrected));
        }
        var response = notation.response(labels);
        return new WrittenAnswer(
                response,
                sure && response != null ? State.OK : State.DOUBTFUL,
                response == null
                        ? combinations.getFirst().probability()
                        : responses.getOrDefault(response, 0.0),
                others(responses, response));
    }

    /** Each response with the probability of all that makes it. */
    private static Map<String, Double> responses(
            List<Combination> combinations, Notation notation) {
        var responses = new LinkedHashMap<String, Double>();
        for (var combination : combinations) {
            var response = notation.response(combination.labels());
            if (response != null) {
                responses.merge(response, combination.probability(), Double::sum);
            }
        }
        return responses;
    }

    private static List<Other> others(Map<String, Double> responses, @Nullable String named) {
        return responses.entrySet().stream()
                .filter(each -> !each.getKey().equals(named))
                .map(each -> new Other(each.getKey(), each.getValue()))
                .filter(other -> other.probability() >= LEAST_PROBABILITY)
                .sorted(Comparator.comparingDouble(other -> -other.probability()))
                .limit(MOST_OTHERS)
                .toList();
    }

    /** The same answer, of which not all can be seen for certain. */
    WrittenAnswer doubted() {
        return new WrittenAnswer(response, State.DOUBTFUL, confidence * 0.5, alternatives);
    }
}
