package io.hongbi.local.command;

import io.hongbi.local.process.NotStarted;
import io.hongbi.local.process.Waiting;
import io.hongbi.local.suite.Part;
import io.hongbi.local.suite.Place;
import io.hongbi.local.suite.RunState;
import io.hongbi.local.suite.RunState.Stage;
import io.hongbi.local.suite.Supervisor;
import io.hongbi.local.suite.UpLock;
import io.hongbi.local.suite.Wanted;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Keeps the suite alive until this process is told to end; all it started ends before it does. */
final class Supervise {

    private final Place place;
    private final PrintStream out;
    private final int port;

    Supervise(Place place, PrintStream out, int port) {
        this.place = place;
        this.out = out;
        this.port = port;
    }

    int run(Wanted wanted) {
        Optional<UpLock> lock = UpLock.take(place);
        if (lock.isEmpty()) {
            out.println("已经在运行 / already up");
            return 0;
        }
        String url = "http://127.0.0.1:" + port;
        Supervisor supervisor = new Supervisor(place, url, port, wanted, this::tell);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor), "stop-all"));
        supervisor.start();
        awaitReady(supervisor);
        DemoSheets.provide(place, out);
        new Welcome(out, place).print(supervisor.state());
        while (!Thread.currentThread().isInterrupted()) {
            Waiting.pause(Up.PATIENCE);
        }
        return 0;
    }

    private void awaitReady(Supervisor supervisor) {
        Progress progress = new Progress(out);
        if (!Waiting.until(() -> progress.show(supervisor.state()), Up.PATIENCE)) {
            Part late = late(supervisor.state()).getFirst();
            throw new NotStarted(late.id(), "it is not ready", place.log(late));
        }
    }

    private static List<Part> late(RunState state) {
        return state.parts().stream()
                .filter(part -> part.stage() != Stage.READY)
                .map(RunState.PartState::part)
                .toList();
    }

    private void stop(Supervisor supervisor) {
        tell("正在停止 / stopping");
        supervisor.stop();
        tell("已停止 / stopped");
    }

    private void tell(String line) {
        out.println(line);
    }
}
