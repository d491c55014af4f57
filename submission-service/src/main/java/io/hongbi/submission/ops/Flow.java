package io.hongbi.submission.ops;

import java.time.Instant;
import java.util.List;

/**
 * How pages flow, of all schools.
 *
 * @param at when it was counted
 * @param backlog what is on its way
 * @param seconds the last minute, second by second, the oldest first
 */
record Flow(Instant at, Backlog backlog, List<Second> seconds) {

    Flow {
        seconds = List.copyOf(seconds);
    }

    /**
     * Pages accepted that have no reading yet, and messages that wait.
     *
     * @param waiting whose turn to be announced has not come
     * @param announced that the workers have been told of
     * @param failed given up, and neither replayed nor discarded
     * @param oldestUnreadSeconds 0 where there is none
     * @param outboxPending messages the broker does not have yet, but for pages that wait
     */
    record Backlog(
            long unread,
            long waiting,
            long announced,
            long failed,
            double oldestUnreadSeconds,
            long outboxPending) {}

    /** What happened within one second at each station. */
    record Second(Instant second, long accepted, long announced, long read, long failed) {}
}
