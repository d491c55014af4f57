package io.hongbi.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

    @TempDir Path folder;

    @Test
    void isKnownByItsNumberAndItsStart() {
        Child child = sleeper();
        Child laterWithTheSameNumber = new Child(child.pid(), child.startedAt().plusSeconds(60));

        assertThat(child.isAlive()).isTrue();
        assertThat(laterWithTheSameNumber.isAlive()).isFalse();

        laterWithTheSameNumber.kill();
        assertThat(child.isAlive()).isTrue();

        child.kill();
        assertThat(child.isAlive()).isFalse();
    }

    @Test
    void isEndedByForceWhenItDoesNotListen() {
        Child deaf = start("trap '' TERM; while :; do sleep 1; done");
        Waiting.pause(Duration.ofMillis(300));

        deaf.stop("TERM", Duration.ofMillis(300));

        assertThat(deaf.isAlive()).isFalse();
    }

    @Test
    void livesInASessionOfItsOwn() {
        Child child = start("ps -o sid= -p $$ > sid; exec sleep 60");

        assertThat(
                        Waiting.until(
                                () -> read("sid").contains("" + child.pid()),
                                Duration.ofSeconds(5)))
                .isTrue();
        child.kill();
    }

    private String read(String file) {
        try {
            return java.nio.file.Files.readString(folder.resolve(file));
        } catch (java.io.IOException notYet) {
            return "";
        }
    }

    private Child sleeper() {
        return start("exec sleep 60");
    }

    private Child start(String script) {
        return Child.start(
                new Child.Launch(
                        List.of("sh", "-c", script), Map.of(), folder, folder.resolve("log")));
    }
}
