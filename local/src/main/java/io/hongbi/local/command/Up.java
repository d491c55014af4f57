package io.hongbi.local.command;

import io.hongbi.local.process.Child;
import io.hongbi.local.process.NotStarted;
import io.hongbi.local.process.Waiting;
import io.hongbi.local.suite.Place;
import io.hongbi.local.suite.Remains;
import io.hongbi.local.suite.RunState;
import io.hongbi.local.suite.UpLock;
import io.hongbi.local.suite.Wanted;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Starts the suite and stays with it, or leaves it to a process of its own. */
final class Up {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Place place;
    private final PrintStream out;
    private final int port;

    Up(Place place, PrintStream out, int port) {
        this.place = place;
        this.out = out;
        this.port = port;
    }

    int run(List<String> arguments) {
        Options options = Options.parse(arguments, Set.of("-d", "--nacos"), Set.of("--workers"));
        if (UpLock.isHeld(place)) {
            return alreadyUp();
        }
        Remains.stopAllButTheDatabase(place);
        Checks.machine(place, port);
        Wanted wanted = new Wanted(options.number("--workers", 0), options.has("--nacos"));
        return options.has("-d")
                ? inBackground(wanted)
                : new Supervise(place, out, port).run(wanted);
    }

    private int inBackground(Wanted wanted) {
        out.println("正在启动 / starting");
        Child supervisor = Detached.supervisor(place, port, wanted);
        Progress progress = new Progress(out);
        Waiting.until(
                () -> mine(supervisor).filter(progress::show).isPresent() || !supervisor.isAlive(),
                PATIENCE.plusSeconds(10));
        RunState state =
                mine(supervisor)
                        .filter(s -> s.ready() && supervisor.isAlive())
                        .orElseThrow(() -> failed(supervisor));
        DemoSheets.provide(place, out);
        new Welcome(out, place).print(state);
        return 0;
    }

    private RuntimeException failed(Child supervisor) {
        supervisor.stop("TERM", PATIENCE);
        return new NotStarted("Hongbi", "a part is not ready", place.supervisorLog());
    }

    private Optional<RunState> mine(Child supervisor) {
        return RunState.in(place).filter(s -> s.supervisor().pid() == supervisor.pid());
    }

    /** A second call changes nothing. */
    private int alreadyUp() {
        Waiting.until(() -> RunState.in(place).filter(RunState::ready).isPresent(), PATIENCE);
        RunState state =
                RunState.in(place)
                        .orElseThrow(
                                () -> Refused.because("正在停止，请稍后再试。", "Stopping: try again soon."));
        out.println("已经在运行 / already up");
        new Welcome(out, place).print(state);
        return state.ready() ? 0 : 3;
    }
}
