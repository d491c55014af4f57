package io.hongbi.grading.simulation;

import io.hongbi.grading.simulation.handwriting.DrawnScribe;
import io.hongbi.grading.simulation.handwriting.Scribe;
import io.hongbi.grading.simulation.handwriting.UnseenWriters;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** By whom sheets are filled in. */
public final class Hands {

    private final List<Scribe> known;

    private Hands(List<Scribe> known) {
        this.known = List.copyOf(known);
    }

    /** Invented hands alone. */
    public static Hands drawn() {
        return new Hands(List.of());
    }

    /**
     * Recorded writers whom no training has seen; invented hands where there are no data.
     *
     * @param data the data folder
     */
    public static Hands unseenIn(Path data) {
        return new Hands(UnseenWriters.in(data));
    }

    /** How many recorded writers there are; 0 for invented hands. */
    public int recorded() {
        return known.size();
    }

    /** One of them. */
    public Scribe pick(Random random) {
        return known.isEmpty() ? DrawnScribe.any(random) : known.get(random.nextInt(known.size()));
    }
}
