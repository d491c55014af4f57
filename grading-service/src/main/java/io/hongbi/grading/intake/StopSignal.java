package io.hongbi.grading.intake;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says once, to every thread that works or waits, that the process is to stop. */
final class StopSignal {

    private final CountDownLatch given = new CountDownLatch(1);

    void give() {
        given.countDown();
    }

    boolean isGiven() {
        return given.getCount() == 0;
    }

    /** Waits out the time unless the signal is given before; interruption ends the wait, too. */
    void pause(Duration time) {
        try {
            boolean stopped = given.await(time.toNanos(), TimeUnit.NANOSECONDS);
            assert !stopped || isGiven();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
