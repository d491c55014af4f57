package io.hongbi.grading.intake;

import java.time.Duration;

/** When a thread last went round its loop. */
final class Pulse {

    private volatile long lastBeat = System.nanoTime();

    void beat() {
        lastBeat = System.nanoTime();
    }

    boolean isWithin(Duration time) {
        return System.nanoTime() - lastBeat < time.toNanos();
    }
}
