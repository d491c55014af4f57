package io.hongbi.local.command;

import io.hongbi.local.process.Child;
import io.hongbi.local.process.Waiting;
import io.hongbi.local.suite.Part;
import io.hongbi.local.suite.Place;
import io.hongbi.local.suite.Remains;
import io.hongbi.local.suite.RunState;
import io.hongbi.local.suite.UpLock;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Stops what {@code up} started, and nothing else. */
final class Down {

    private static final Duration GRACE = Duration.ofSeconds(90);

    private final PrintStream out;

    Down(PrintStream out) {
        this.out = out;
    }

    int run(Place place) {
        Optional<Child> supervisor = RunState.in(place).map(RunState::supervisor);
        if (UpLock.isHeld(place) && supervisor.isPresent()) {
            out.println("正在停止 / stopping");
            supervisor.get().stop("TERM", GRACE);
            Waiting.until(() -> !UpLock.isHeld(place), GRACE);
        }
        List<Part> left = Remains.stop(place);
        out.println(
                supervisor.isEmpty() && left.isEmpty() ? "没有在运行 / not running" : "已停止 / stopped");
        return 0;
    }
}
