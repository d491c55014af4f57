package io.hongbi.testsupport;

import io.hongbi.local.process.Child;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A server that is one process, with a folder of its own. */
final class EmbeddedProcess implements Machine {

    private final Path folder;
    private final Supplier<Child> launch;
    private @Nullable Child process;

    EmbeddedProcess(Path folder, Supplier<Child> launch) {
        this.folder = folder;
        this.launch = launch;
    }

    @Override
    public synchronized void start() {
        process = launch.get();
    }

    @Override
    public synchronized void kill() {
        if (process != null) {
            process.kill();
        }
    }

    @Override
    public synchronized void end() {
        kill();
        Scratch.discard(folder);
    }
}
