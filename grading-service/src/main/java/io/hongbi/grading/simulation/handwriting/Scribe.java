package io.hongbi.grading.simulation.handwriting;

import java.util.Random;

/** Somebody whose way of writing single characters is known. */
public interface Scribe {

    /** Everything they can write: digits, capital letters, {@code +} and {@code -}. */
    String characters();

    /**
     * One of the ways in which they write it.
     *
     * @throws IllegalArgumentException if they cannot
     */
    Drawing draw(char character, Random random);

    /** Whether they can write it. */
    default boolean writes(char character) {
        return characters().indexOf(character) >= 0;
    }
}
