package io.hongbi.grading.reading;

import io.hongbi.grading.glyph.Glyph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What several boxes may hold together: the likeliest combinations of what each may hold. */
final class Combinations {

    /** More are not followed from box to box. */
    private static final int KEPT = 12;

    private static final double LEAST_PROBABILITY = 0.004;

    private Combinations() {}

    /**
     * A label for each box.
     *
     * @param probability of all of them, the boxes taken as independent
     */
    record Combination(List<String> labels, double probability) {

        Combination {
            labels = List.copyOf(labels);
        }

        private Combination and(Glyph.Candidate candidate) {
            var longer = new ArrayList<>(labels);
            longer.add(candidate.label());
            return new Combination(longer, probability * candidate.probability());
        }
    }

    /** The likeliest first; never none. */
    static List<Combination> of(List<Glyph> glyphs) {
        var combinations = List.of(new Combination(List.of(), 1));
        for (var glyph : glyphs) {
            var longer = new ArrayList<Combination>();
            for (var begun : combinations) {
                for (var candidate : glyph.candidates()) {
                    if (!candidate.equals(glyph.best())
                            && candidate.probability() < LEAST_PROBABILITY) {
                        break; // and so are all that follow
                    }
                    longer.add(begun.and(candidate));
                }
            }
            longer.sort(Comparator.comparingDouble(each -> -each.probability()));
            combinations = longer.subList(0, Math.min(KEPT, longer.size()));
        }
        return combinations;
    }
}
