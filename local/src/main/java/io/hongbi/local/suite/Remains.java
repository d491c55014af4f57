package io.hongbi.local.suite;

import io.hongbi.local.process.Child;
import io.hongbi.local.suite.RunState.PartState;
import java.time.Duration;
import java.util.List;

/**
 * What a supervisor that was killed left running. Processes are known by number and start time, so
 * a foreign one that got the number later is never touched.
 */
public final class Remains {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private Remains() {}

    /** What of the last run is alive, the database last. */
    public static List<PartState> alive(Place place) {
        return RunState.in(place).stream()
                .flatMap(state -> state.parts().stream())
                .filter(part -> part.child().isAlive())
                .sorted((a, b) -> b.part().compareTo(a.part()))
                .toList();
    }

    /** Stops what was left behind, the database last. */
    public static List<Part> stop(Place place) {
        List<PartState> alive = alive(place);
        alive.forEach(part -> stop(part.part(), part.child()));
        return alive.stream().map(PartState::part).toList();
    }

    /** Stops the services and the broker; the database is adopted by the next start. */
    public static void stopAllButTheDatabase(Place place) {
        RunState.in(place).stream()
                .flatMap(state -> state.parts().stream())
                .filter(part -> part.part() != Part.POSTGRES)
                .forEach(part -> stop(part.part(), part.child()));
    }

    private static void stop(Part part, Child child) {
        child.stop(part == Part.POSTGRES ? "INT" : "TERM", GRACE);
    }
}
