package io.hongbi.grading.arithmetic;

import io.hongbi.common.reading.Item.State;
import io.hongbi.grading.arithmetic.FoundExpression.Alternative;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A sum with the probability that it is so: of all meanings of the line in which it says the same.
 *
 * @param alternatives other responses to the same expression, the likeliest first
 */
record WeighedSum(Sum sum, double probability, List<Alternative> alternatives) {

    private static final int MOST_ALTERNATIVES = 12;

    /** What is less likely is not looked at. */
    private static final double LEAST = 0.0001;

    /**
     * What of everything that a line can mean is so unlikely is hardly a sum, but other writing.
     */
    private static final double LEAST_LIKELY = 0.01;

    WeighedSum {
        alternatives = List.copyOf(alternatives);
    }

    /** The sums of the likeliest meaning of a line. */
    static List<WeighedSum> of(ReadLine line) {
        var likeliest = line.meanings().getFirst();
        var sums = Grammar.parse(likeliest.signs());
        var others = new ArrayList<Other>();
        for (var meaning : line.meanings()) {
            if (meaning.probability() < LEAST) {
                break; // the likeliest come first
            }
            var its = meaning.equals(likeliest) ? sums : Grammar.parse(meaning.signs());
            if (its.size() == sums.size()) {
                others.add(new Other(its, meaning.probability()));
            }
        }
        var weighed = new ArrayList<WeighedSum>();
        for (int i = 0; i < sums.size(); i++) {
            weighed.add(weigh(sums.get(i), i, others));
        }
        return weighed;
    }

    private record Other(List<Sum> sums, double probability) {}

    private static WeighedSum weigh(Sum sum, int place, List<Other> others) {
        double probability = 0;
        var responses = new LinkedHashMap<String, Double>();
        for (var other : others) {
            var its = other.sums.get(place);
            if (its.agrees(sum)) {
                probability += other.probability;
            } else if (its.response() != null && its.expression().equals(sum.expression())) {
                responses.merge(its.response(), other.probability, Double::sum);
            }
        }
        return new WeighedSum(sum, Math.min(1, probability), alternatives(sum, responses));
    }

    private static List<Alternative> alternatives(Sum sum, Map<String, Double> responses) {
        return responses.entrySet().stream()
                .filter(e -> e.getValue() >= LEAST && !e.getKey().equals(sum.response()))
                .map(e -> new Alternative(e.getKey(), Math.min(1, e.getValue())))
                .sorted(Comparator.comparingDouble(a -> -a.probability()))
                .limit(MOST_ALTERNATIVES)
                .toList();
    }

    /** Whether it may be a sum at all. */
    boolean isLikely() {
        return probability >= LEAST_LIKELY;
    }

    /**
     * Doubtful unless it is sure enough. What seems to be crossed out is called so in any case, as
     * no other state says that there is no response to look at; how likely it is stands beside it.
     *
     * @param accept the least probability
     */
    State state(double accept) {
        return probability >= accept || sum.state() == State.CROSSED_OUT
                ? sum.state()
                : State.DOUBTFUL;
    }
}
