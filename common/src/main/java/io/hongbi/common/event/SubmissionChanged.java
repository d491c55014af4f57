package io.hongbi.common.event;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.SubmissionId;
import java.time.Instant;
import java.util.UUID;

/**
 * A submission came into another state. Fields are added, never renamed. The Kafka key is the
 * submission id.
 *
 * @param eventId equal on redelivery
 * @param attempt the student's attempts at the assignment, from 1
 * @param version grows with every change of the submission
 */
public record SubmissionChanged(
        UUID eventId,
        Instant occurredAt,
        SchoolId schoolId,
        SubmissionId submissionId,
        AssignmentId assignmentId,
        PersonId studentId,
        int attempt,
        long version,
        SubmissionState state) {

    public static final String TOPIC = "homework.submission-changed.v1";
}
