package io.hongbi.local.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.local.process.Child;
import io.hongbi.local.process.Waiting;
import io.hongbi.local.suite.RunState.PartState;
import io.hongbi.local.suite.RunState.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeeperTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir Path root;
    private Ledger ledger = new Ledger(Place.of(Path.of("")), "", List.of());
    private Keeper keeper = new Keeper(new Sleeper(Path.of("")), List.of(), ledger, line -> {});

    @BeforeEach
    void keepASleeper() throws IOException {
        Place place = Place.of(root);
        Files.createDirectories(place.local());
        ledger = new Ledger(place, "", new PortPlan(8080, EnumSet.allOf(Part.class)).waiting());
        keeper = new Keeper(new Sleeper(root), List.of(), ledger, line -> {});
        keeper.start();
        assertThat(Waiting.until(() -> state().stage() == Stage.READY, SOON)).isTrue();
    }

    @AfterEach
    void stop() {
        keeper.stop();
    }

    @Test
    void startsAgainWhatWasKilled() {
        Child first = state().child();

        first.kill();

        assertThat(Waiting.until(() -> state().restarts() == 1, SOON)).isTrue();
        assertThat(Waiting.until(() -> state().stage() == Stage.READY, SOON)).isTrue();
        assertThat(state().child()).isNotEqualTo(first);
    }

    @Test
    void leavesAloneWhatItStopped() {
        keeper.stop();

        assertThat(state().child().isAlive()).isFalse();
        Waiting.pause(Duration.ofSeconds(1));
        assertThat(state().restarts()).isZero();
    }

    @Test
    void leavesNothingOfWhatItWasStartingWhenItIsStopped() throws InterruptedException {
        SlowStart slow = new SlowStart(root);
        Keeper starting = new Keeper(slow, List.of(), ledger, line -> {});
        starting.start();
        assertThat(slow.started.await(10, TimeUnit.SECONDS)).isTrue();

        starting.stop();

        assertThat(Objects.requireNonNull(slow.child).isAlive()).isFalse();
    }

    private PartState state() {
        return ledger.state().part(Part.GRADING);
    }

    /** Stands for a part whose process is there long before it is launched, as a database is. */
    private static final class SlowStart extends Sleeper {

        final CountDownLatch started = new CountDownLatch(1);
        volatile @Nullable Child child;

        SlowStart(Path folder) {
            super(folder);
        }

        @Override
        public Child launch() {
            Child launched = super.launch();
            child = launched;
            started.countDown();
            long until = System.nanoTime() + Duration.ofMillis(500).toNanos();
            while (System.nanoTime() < until) {
                Thread.onSpinWait(); // hears of no interrupt
            }
            return launched;
        }
    }

    /** Stands for a part that is ready at once. */
    private static class Sleeper implements Startable {

        private final Path folder;

        Sleeper(Path folder) {
            this.folder = folder;
        }

        @Override
        public Part part() {
            return Part.GRADING;
        }

        @Override
        public Child launch() {
            return Child.start(
                    new Child.Launch(
                            List.of("sleep", "60"), Map.of(), folder, folder.resolve("log")));
        }

        @Override
        public int port() {
            return 1;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void stop(Child child) {
            child.stop("TERM", Duration.ofSeconds(5));
        }
    }
}
