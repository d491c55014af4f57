package io.hongbi.local.command;

import io.hongbi.local.suite.Place;
import io.hongbi.local.suite.RunState;
import io.hongbi.local.suite.RunState.PartState;
import io.hongbi.local.suite.UpLock;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Prints what runs: part, process, port, state, memory. */
final class Status {

    private static final String ROW = "%-13s %-9s %-7s %-10s %-9s %s%n";

    private final PrintStream out;

    Status(PrintStream out) {
        this.out = out;
    }

    /**
     * @return 0 when all is well, 3 when something is down or nothing runs
     */
    int show(Place place) {
        Optional<RunState> state = RunState.in(place).filter(s -> UpLock.isHeld(place));
        if (state.isEmpty()) {
            out.println("没有在运行 / not running");
            return 3;
        }
        out.println(state.get().url());
        table(state.get());
        return state.get().ready() ? 0 : 3;
    }

    void table(RunState state) {
        out.printf(ROW, "PART", "PID", "PORT", "STATE", "PSS MiB", "RESTARTS");
        long sum = 0;
        for (PartState part : state.parts()) {
            OptionalLong memory = Memory.pssKibibytes(part.child());
            sum += memory.orElse(0);
            out.printf(
                    ROW,
                    part.part().id(),
                    part.child().pid() == 0 ? "-" : part.child().pid(),
                    part.port(),
                    part.stage().name().toLowerCase(Locale.ROOT),
                    memory.isPresent() ? memory.getAsLong() / 1024 : "-",
                    part.restarts());
        }
        OptionalLong own = Memory.pssKibibytes(state.supervisor());
        out.printf(ROW, "supervisor", state.supervisor().pid(), "-", "ready", "-", 0);
        out.printf("%-42s %d MiB%n", "", (sum + own.orElse(0)) / 1024);
    }
}
