package io.hongbi.notification.inbox;

import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SubmissionId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing a person is told, as it goes over the wire.
 *
 * @param id later entries sort after earlier ones
 * @param version of the submission when it came into the state
 * @param at when the submission came into the state, UTC
 * @param traceId of the request the change came from; null where the announcement carried none
 */
record InboxEntry(
        UUID id,
        SubmissionId submissionId,
        AssignmentId assignmentId,
        int attempt,
        long version,
        SubmissionState state,
        Instant at,
        @Nullable String traceId) {}
