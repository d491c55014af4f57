package io.hongbi.submission.outbox;

import io.hongbi.common.id.SchoolId;

/**
 * Something to be told.
 *
 * @param key messages of one key leave in the order in which they were added
 * @param event a record of {@code common.event}, written as JSON
 */
public record OutboxMessage(SchoolId schoolId, String topic, String key, Object event) {}
