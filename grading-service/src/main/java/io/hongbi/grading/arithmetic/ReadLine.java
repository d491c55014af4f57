package io.hongbi.grading.arithmetic;

import java.util.List;

/**
 * What a line says.
 *
 * @param meanings at least one, the likeliest first
 * @param places of each sign of the likeliest: share of the line's length
 */
record ReadLine(List<Meaning> meanings, List<Double> places) {

    /** One thing that it may say, and how likely that is. */
    record Meaning(List<Sign> signs, double probability) {

        Meaning {
            signs = List.copyOf(signs);
        }
    }

    ReadLine {
        meanings = List.copyOf(meanings);
        places = List.copyOf(places);
    }

    /** The likeliest. */
    List<Sign> signs() {
        return meanings.getFirst().signs();
    }
}
