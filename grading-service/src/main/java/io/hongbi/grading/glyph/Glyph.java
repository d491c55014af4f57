package io.hongbi.grading.glyph;

import java.util.List;

/**
 * What stands in a box.
 *
 * @param candidates all labels, the likeliest first: characters, {@code plus}, {@code minus},
 *     {@code point}, {@code comma}, {@code empty}, {@code crossed-out}, {@code unclear}
 * @param sure whether the likeliest is likely enough to be relied on
 */
public record Glyph(List<Candidate> candidates, boolean sure) {

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

    /** Whether it is sure to be this. */
    public boolean is(String label) {
        return sure && best().label().equals(label);
    }
}
