package io.hongbi.grading.glyph;

import java.util.List;
import java.util.Set;

/**
 * What stands in a box.
 *
 * @param candidates all labels, the likeliest first: characters, {@code plus}, {@code minus},
 *     {@code point}, {@code comma}, {@code empty}, {@code crossed-out}, {@code unclear}
 * @param accept probability from which on the likeliest is sure
 */
public record Glyph(List<Candidate> candidates, double accept) {

    public static final String EMPTY = "empty";
    public static final String CROSSED_OUT = "crossed-out";
    public static final String UNCLEAR = "unclear";

    private static final Set<String> NO_CHARACTER = Set.of(EMPTY, CROSSED_OUT, UNCLEAR);

    /**
     * One thing it may be.
     *
     * @param probability calibrated, 0 to 1
     */
    public record Candidate(String label, double probability) {}

    public Glyph {
        candidates = List.copyOf(candidates);
    }

    /** The likeliest. */
    public Candidate best() {
        return candidates.getFirst();
    }

    /** Whether the likeliest is likely enough to be relied on. */
    public boolean sure() {
        return best().probability() >= accept;
    }

    /**
     * The same, knowing what the box is for: other characters are ruled out, unless it is one that
     * is seen. That the box holds no character at all is never ruled out.
     *
     * @param characters the box may hold
     */
    public Glyph within(Set<String> characters) {
        if (!possible(best(), characters)) {
            return this;
        }
        var possible = candidates.stream().filter(c -> possible(c, characters)).toList();
        double sum = possible.stream().mapToDouble(Candidate::probability).sum();
        return new Glyph(
                possible.stream()
                        .map(c -> new Candidate(c.label(), c.probability() / sum))
                        .toList(),
                accept);
    }

    private static boolean possible(Candidate candidate, Set<String> characters) {
        return characters.contains(candidate.label()) || NO_CHARACTER.contains(candidate.label());
    }
}
