package io.hongbi.local.suite;

import io.hongbi.local.process.Child;
import io.hongbi.local.suite.RunState.PartState;
import io.hongbi.local.suite.RunState.Stage;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Keeps {@code run.json} true while parts come and go. */
final class Ledger {

    private final Place place;
    private final String url;
    private final Child supervisor = Child.of(ProcessHandle.current());
    private final Map<Part, PartState> parts = new EnumMap<>(Part.class);

    Ledger(Place place, String url, List<PartState> waiting) {
        this.place = place;
        this.url = url;
        waiting.forEach(state -> parts.put(state.part(), state));
    }

    /** A process was started for the part. */
    void started(Part part, Child child, int port) {
        change(part, was -> was.started(child, port));
    }

    void ready(Part part) {
        change(part, PartState::ready);
    }

    /** The part's process has ended and will be started again. */
    void died(Part part) {
        change(part, PartState::died);
    }

    /** What holds now. */
    synchronized RunState state() {
        List<PartState> all = new ArrayList<>(parts.values());
        boolean ready = all.stream().allMatch(p -> p.stage() == Stage.READY);
        return new RunState(url, supervisor, ready, all);
    }

    private synchronized void change(Part part, UnaryOperator<PartState> change) {
        parts.compute(part, (key, was) -> change.apply(Objects.requireNonNull(was)));
        state().write(place);
    }
}
