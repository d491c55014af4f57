package io.hongbi.local.command;

import io.hongbi.local.bench.Cpu;
import io.hongbi.local.bench.Memory;
import io.hongbi.local.process.Child;
import io.hongbi.local.suite.Place;
import io.hongbi.local.suite.Remains;
import io.hongbi.local.suite.RunState;
import io.hongbi.local.suite.RunState.PartState;
import io.hongbi.local.suite.UpLock;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Prints what runs: part, process, port, state, memory. */
final class Status {

    private static final String ROW = "%-13s %-9s %-7s %-10s %-9s %-9s %s%n";

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
            if (!Remains.alive(place).isEmpty()) {
                out.println("有上次留下的进程，请运行 ./hongbi down / left over, run ./hongbi down");
            }
            return 3;
        }
        out.println(state.get().url());
        table(state.get());
        return state.get().ready() ? 0 : 3;
    }

    private void table(RunState state) {
        out.printf(ROW, "PART", "PID", "PORT", "STATE", "PSS MiB", "CPU s", "RESTARTS");
        for (PartState part : state.parts()) {
            out.printf(
                    ROW,
                    part.part().id(),
                    part.child().pid() == 0 ? "-" : part.child().pid(),
                    part.port(),
                    part.stage().name().toLowerCase(Locale.ROOT),
                    memory(List.of(part.child())),
                    Cpu.of(List.of(part.child())).toSeconds(),
                    part.restarts());
        }
        List<Child> all = everything(state);
        out.printf(ROW, "all", "", "", "", memory(all), Cpu.of(all).toSeconds(), "");
    }

    private static List<Child> everything(RunState state) {
        return Stream.concat(
                        state.parts().stream().map(PartState::child), Stream.of(state.supervisor()))
                .toList();
    }

    private static String memory(List<Child> processes) {
        OptionalLong mebibytes = Memory.mebibytes(processes);
        return mebibytes.isPresent() ? Long.toString(mebibytes.getAsLong()) : "-";
    }
}
