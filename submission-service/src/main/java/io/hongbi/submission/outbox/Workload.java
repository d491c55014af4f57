package io.hongbi.submission.outbox;

import io.hongbi.common.id.SchoolId;
import java.util.Map;

/** Knows how much of the work that was sent is not done yet. */
public interface Workload {

    /**
     * Work that was sent and is still expected back.
     *
     * @param bySchool how many pieces, of schools that have any
     * @param perSecond how many are being done a second, lately; 0 where none were
     */
    record UnderWay(Map<SchoolId, Long> bySchool, double perSecond) {

        public UnderWay {
            bySchool = Map.copyOf(bySchool);
        }

        long total() {
            return bySchool.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** With all schools' rows in sight. */
    UnderWay underWay();
}
