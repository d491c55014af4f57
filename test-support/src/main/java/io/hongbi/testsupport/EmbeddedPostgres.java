package io.hongbi.testsupport;

import io.hongbi.local.postgres.PostgresPrograms;
import io.hongbi.local.postgres.PostgresServer;
import io.hongbi.local.postgres.PostgresSettings;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The programs of PostgreSQL from Maven Central. */
final class EmbeddedPostgres implements Machine {

    private final Path folder = Scratch.folder("postgres");
    private final PostgresServer server;
    private PostgresServer.@Nullable Running running;

    EmbeddedPostgres(int port, PostgresSettings.Passwords passwords) {
        server =
                new PostgresServer(
                                PostgresPrograms.unpackedIn(Scratch.cache()),
                                new PostgresSettings(
                                        folder.resolve("data"),
                                        folder.resolve("postgres.log"),
                                        port,
                                        false,
                                        passwords))
                        .fromTemplateIn(Scratch.cache());
    }

    @Override
    public synchronized void start() {
        running = server.start();
    }

    /**
     * Its other processes end by themselves a moment later, and no server starts on this data
     * before they have.
     */
    @Override
    public synchronized void kill() {
        var child = Objects.requireNonNull(running).child();
        var others = child.handle().map(ProcessHandle::descendants).orElseGet(Stream::of);
        var left = others.toList();
        child.kill();
        left.forEach(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    @Override
    public synchronized void end() {
        if (running != null) {
            running.stop();
        }
        Scratch.discard(folder);
    }
}
