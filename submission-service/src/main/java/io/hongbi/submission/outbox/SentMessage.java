package io.hongbi.submission.outbox;

import io.hongbi.common.id.SchoolId;

/** A message that the broker has acknowledged. */
public record SentMessage(SchoolId schoolId, String topic, String key) {}
