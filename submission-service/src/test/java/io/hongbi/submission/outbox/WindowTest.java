package io.hongbi.submission.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.outbox.Workload.Lately;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    private static final int LEAST = 2;
    private static final Duration TARGET = Duration.ofMillis(50);

    private final Window window = new Window(LEAST, TARGET);

    /** Whoever the workers are, they are kept busy and nothing lies in the broker for long. */
    @ParameterizedTest
    @CsvSource({"2, 60", "8, 200", "1, 1500", "200, 40", "200, 2000"})
    void findsWhatKeepsAnyWorkersBusy(int workers, int millis) {
        var capacity = workers * 1000.0 / millis;
        for (int second = 0; second < 120; second++) {
            afterASecond(workers, millis);
        }

        var size = Math.max(1, window.size());
        assertThat(Math.min(capacity, size * 1000.0 / millis))
                .as("of %s a second", capacity)
                .isGreaterThanOrEqualTo(0.9 * capacity);
        assertThat(size - workers)
                .as("lie in the broker, for twice the target, of what is done, at most")
                .isLessThanOrEqualTo((long) Math.max(LEAST, 0.1 * capacity));
    }

    @Test
    void doesNotGrowWhileItIsNotUsed() {
        for (int second = 0; second < 10; second++) {
            window.adjust(new Lately(5, Duration.ZERO), 0);
        }

        assertThat(window.size()).isEqualTo(LEAST);
    }

    @Test
    void neverShrinksBelowTheLeast() {
        for (int second = 0; second < 10; second++) {
            window.adjust(new Lately(5, Duration.ofSeconds(9)), 2);
        }

        assertThat(window.size()).isEqualTo(LEAST);
    }

    @Test
    void staysWhereNothingIsFinished() {
        window.adjust(new Lately(5, Duration.ZERO), 2);
        var before = window.size();

        window.adjust(new Lately(0, Duration.ZERO), 3);

        assertThat(window.size()).isEqualTo(before);
    }

    /** More work than can be done: all of the window is under way, what no worker has waits. */
    private void afterASecond(int workers, int millis) {
        var size = window.size();
        var busy = Math.min(workers, size);
        var finished = Math.max(1, busy * 1000 / millis);
        var wait = Duration.ofNanos((size - busy) * 1_000_000_000L / finished);
        window.adjust(new Lately(finished, wait), size);
    }
}
