package io.hongbi.submission.outbox;

import io.hongbi.submission.outbox.Workload.Lately;
import java.time.Duration;

/**
 * How much work may be under way at once: so much that a piece finds a worker within the target. It
 * grows by half while pieces wait for less than half of that and all of it is used, and shrinks as
 * pieces wait longer, so that nobody has to say how many workers there are or how fast they are
 * (the delay as the signal, as in LEDBAT, RFC 6817). Used by one thread.
 */
final class Window {

    private static final double GROWTH = 0.5;

    /** A second's waits say too little for less than this to remain. */
    private static final double SHRINK = 0.5;

    private final int least;
    private final Duration target;
    private double size;

    /**
     * @param least pieces, however long they wait
     * @param target how long a piece may wait for a worker
     */
    Window(int least, Duration target) {
        this.least = least;
        this.target = target;
        size = least;
    }

    /** In pieces. */
    long size() {
        return (long) size;
    }

    /**
     * Learns from a second's work. Call it once a second.
     *
     * @param underWay pieces
     */
    void adjust(Lately lately, long underWay) {
        if (lately.finished() == 0) {
            return;
        }
        double wait = lately.queueing().toNanos() / (double) target.toNanos();
        if (wait > 1) {
            size = Math.max(least, size * Math.max(SHRINK, 1 / wait));
        } else if (wait < 0.5 && underWay >= size / 2) {
            size += Math.max(1, size * GROWTH);
        }
    }
}
