package io.hongbi.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.local.postgres.PostgresPrograms;
import io.hongbi.local.postgres.PostgresServer;
import io.hongbi.local.postgres.PostgresSettings;
import io.hongbi.local.process.Ports;
import io.hongbi.local.process.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PostgresLaunchIT {

    private final Path folder = Scratch.folder("launch");
    private final PostgresServer server =
            new PostgresServer(
                            PostgresPrograms.unpackedIn(Scratch.cache()),
                            new PostgresSettings(
                                    folder.resolve("data"),
                                    folder.resolve("postgres.log"),
                                    Ports.free(1).getFirst(),
                                    false,
                                    PostgresSettings.Passwords.same("hongbi")))
                    .fromTemplateIn(Scratch.cache());

    @AfterEach
    void leaveNothing() {
        server.running().ifPresent(running -> running.child().kill());
        Scratch.discard(folder);
    }

    @Test
    void leavesNoProcessWhenItIsStoppedBeforeItIsReady() throws InterruptedException {
        server.start().child().kill(); // what it has to recover from delays its next start
        var ended = new AtomicReference<Throwable>();
        var starting =
                Thread.ofPlatform()
                        .uncaughtExceptionHandler((_, e) -> ended.set(e))
                        .start(server::start);
        while (starting.isAlive() && server.running().isEmpty()) {
            Thread.sleep(Duration.ofMillis(1));
        }

        starting.interrupt();
        starting.join();

        assertThat(ended.get()).isInstanceOf(Waiting.Interrupted.class);
        assertThat(server.running()).isEmpty();
    }
}
