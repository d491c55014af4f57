package io.hongbi.submission.outbox;

import io.hongbi.common.id.SchoolId;
import java.time.Duration;
import java.util.Map;

/** Knows how much of the work that was sent is not done yet. */
public interface Workload {

    /**
     * Work that was sent and is still expected back.
     *
     * @param bySchool how many pieces, of schools that have any
     */
    record UnderWay(Map<SchoolId, Long> bySchool) {

        public UnderWay {
            bySchool = Map.copyOf(bySchool);
        }

        long total() {
            return bySchool.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /**
     * What was finished within the last second.
     *
     * @param finished pieces
     * @param queueing on average, from being sent to being taken by a worker; of no piece, 0
     */
    record Lately(long finished, Duration queueing) {}

    /** With all schools' rows in sight. */
    UnderWay underWay();

    /** As above. */
    Lately lately();
}
