package io.hongbi.submission.outbox;

import io.hongbi.common.id.SchoolId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something to be told.
 *
 * @param key messages of one key leave in the order in which they were added
 * @param event a record of {@code common.event}, written as JSON
 * @param turn for work: held back while enough of it is under way, and sent before what has a later
 *     turn in the same school; null is sent at once
 */
public record OutboxMessage(
        SchoolId schoolId, String topic, String key, Object event, @Nullable Instant turn) {

    /** A message that is sent at once. */
    public OutboxMessage(SchoolId schoolId, String topic, String key, Object event) {
        this(schoolId, topic, key, event, null);
    }
}
