package io.hongbi.acceptance;

import io.hongbi.local.client.DemoSchool;
import io.hongbi.local.process.Ports;
import io.hongbi.local.suite.Place;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** One suite for all tests of this JVM, started by {@code ./hongbi up -d} on the first call. */
final class RunningSuite {

    private static @Nullable RunningSuite shared;

    private final Place place = new Place(Script.root(), Path.of("target", "suite"));
    private final Script script = new Script(place.local(), Ports.free(1).getFirst());
    private final Script.Ended up;

    private RunningSuite() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> script.call("down"), "down"));
        script.call("down"); // what a test run that was killed may have left
        up = script.call("up", "-d");
    }

    static synchronized RunningSuite shared() {
        if (shared == null) {
            shared = new RunningSuite();
        }
        if (shared.up.status() != 0) {
            throw new IllegalStateException("up -d failed:\n" + shared.up.output());
        }
        return shared;
    }

    Place place() {
        return place;
    }

    Script script() {
        return script;
    }

    /** How the first {@code up -d} ended. */
    Script.Ended up() {
        return up;
    }

    DemoSchool school() {
        return DemoSchool.in(place.demoEnv());
    }
}
