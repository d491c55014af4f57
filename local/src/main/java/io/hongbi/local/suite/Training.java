package io.hongbi.local.suite;

import io.hongbi.local.process.Folders;
import io.hongbi.local.process.Ports;
import io.hongbi.local.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Runs the suite once beside everything else, so that each JVM can write down what it loads and
 * compiles: later starts take half the processor time.
 */
public final class Training {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Place place;

    public Training(Place place) {
        this.place = place;
    }

    /**
     * Starts everything, has work done, and stops it.
     *
     * @param work given where the suite in training lies
     * @return whether all parts came up; without that there are fewer caches, and nothing is lost
     */
    public boolean run(Consumer<Place> work) {
        Place scratch = new Place(place.root(), place.cache().resolve("training"));
        try {
            Folders.delete(scratch.local());
            Folders.delete(place.aot());
            Files.createDirectories(place.aot());
            Files.createDirectories(scratch.logs());
            return train(scratch, work);
        } catch (IOException unable) {
            throw new UncheckedIOException("Cannot train in " + scratch.local(), unable);
        } finally {
            discard(scratch.local());
        }
    }

    private boolean train(Place scratch, Consumer<Place> work) {
        int port = Ports.free(1).getFirst();
        String url = "http://127.0.0.1:" + port;
        Suite suite =
                new Suite(scratch, url, port, new Wanted(0, false), AotCaches.recorded(place));
        Supervisor supervisor = new Supervisor(scratch, url, suite, line -> {});
        Thread onExit = new Thread(supervisor::stop, "stop-training");
        Runtime.getRuntime().addShutdownHook(onExit);
        supervisor.start();
        boolean ready = Waiting.until(() -> supervisor.state().ready(), PATIENCE);
        if (ready) {
            work.accept(scratch);
        }
        supervisor.stop();
        Runtime.getRuntime().removeShutdownHook(onExit);
        return ready;
    }

    private static void discard(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException inUse) {
            // the next training begins by removing it
        }
    }
}
