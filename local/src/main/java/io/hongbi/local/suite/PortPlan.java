package io.hongbi.local.suite;

import io.hongbi.local.process.Child;
import io.hongbi.local.process.Ports;
import io.hongbi.local.suite.RunState.PartState;
import io.hongbi.local.suite.RunState.Stage;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which part listens where: the gateway where people expect it, the others on free ports. */
final class PortPlan {

    private static final Child NONE = new Child(0, Instant.EPOCH);

    private final Map<Part, Integer> main = new EnumMap<>(Part.class);
    private final Map<Part, Integer> management = new EnumMap<>(Part.class);
    private final int kafkaController;

    PortPlan(int gateway, Set<Part> parts) {
        Deque<Integer> free = new ArrayDeque<>(Ports.free(2 * parts.size()));
        for (Part part : parts) {
            main.put(part, part == Part.GATEWAY ? gateway : free.pop());
            management.put(part, part.isService() ? free.pop() : 0);
        }
        kafkaController = free.pop();
    }

    private PortPlan() {
        kafkaController = 0;
    }

    /** As it is; what nobody is told after the start, it does not know. */
    static PortPlan of(RunState state) {
        PortPlan plan = new PortPlan();
        for (PartState part : state.parts()) {
            plan.main.put(part.part(), part.port());
            plan.management.put(part.part(), part.managementPort());
        }
        return plan;
    }

    int main(Part part) {
        return Objects.requireNonNull(main.get(part));
    }

    int management(Part part) {
        return Objects.requireNonNull(management.get(part));
    }

    int kafkaController() {
        return kafkaController;
    }

    /** Those that run. */
    Set<Part> parts() {
        return main.keySet();
    }

    /** All parts before any was started. */
    List<PartState> waiting() {
        return parts().stream()
                .map(p -> new PartState(p, NONE, main(p), management(p), Stage.WAITING, 0))
                .toList();
    }
}
