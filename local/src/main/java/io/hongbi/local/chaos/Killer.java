package io.hongbi.local.chaos;

import io.hongbi.local.process.Waiting;
import io.hongbi.local.suite.Part;
import io.hongbi.local.suite.Place;
import io.hongbi.local.suite.RunState;
import io.hongbi.local.suite.RunState.PartState;
import io.hongbi.local.suite.RunState.Stage;
import java.time.Duration;

/** Kills parts as {@code kill -9} does, and sees them come back. */
final class Killer {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Place place;

    Killer(Place place) {
        this.place = place;
    }

    /**
     * Kills the part's process.
     *
     * @return what it was
     */
    PartState kill(Part part) {
        PartState victim = state(part);
        victim.child().kill();
        return victim;
    }

    /** Waits until another process does the victim's work. */
    boolean awaitReplacement(PartState victim) {
        return Waiting.until(
                () -> {
                    PartState now = state(victim.part());
                    return now.stage() == Stage.READY && !now.child().equals(victim.child());
                },
                PATIENCE);
    }

    private PartState state(Part part) {
        return RunState.in(place)
                .orElseThrow(() -> new IllegalStateException("The suite is not up"))
                .part(part);
    }
}
