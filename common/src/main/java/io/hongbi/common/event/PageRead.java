package io.hongbi.common.event;

import io.hongbi.common.id.PageId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.reading.PageReading;
import io.hongbi.common.storage.ObjectKey;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A worker has read a page. Fields are added, never renamed. The Kafka key is the submission id, so
 * that the readings of one submission arrive in order.
 *
 * @param eventId new for each delivery; readings are told apart by page and reader version
 * @param occurredAt when the reading was finished, UTC
 * @param preview the upright preview of about 1200x1600 px, null where the photo could not be
 *     decoded
 * @param crops item id to the object that shows the item's answer
 * @param trace how the page fared at the worker
 */
public record PageRead(
        UUID eventId,
        Instant occurredAt,
        SchoolId schoolId,
        SubmissionId submissionId,
        PageId pageId,
        PageReading reading,
        @Nullable ObjectKey preview,
        Map<String, ObjectKey> crops,
        Trace trace) {

    public static final String TOPIC = "homework.page-read.v1";

    public PageRead {
        crops = Map.copyOf(crops);
    }

    /**
     * How the page fared at the worker, for operators.
     *
     * @param worker name of the process, for instance its host and port
     * @param delivery how often the page had been handed out, from 1
     * @param startedAt when the worker took the page, UTC
     * @param cpuMillis CPU time of the reading, milliseconds
     */
    public record Trace(String worker, int delivery, Instant startedAt, double cpuMillis) {}
}
