package io.hongbi.submission.outbox;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the relay of this process; what other processes add is found by polling. */
@Component
class Nudge {

    private final Semaphore given = new Semaphore(0);

    void give() {
        given.release();
    }

    /** Waits for a nudge, at most that long; any number of nudges count as one. */
    void await(Duration atMost) throws InterruptedException {
        if (given.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
            given.drainPermits();
        }
    }
}
