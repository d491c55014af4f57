package io.hongbi.submission.reading;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.SubmissionId;
import java.time.Instant;

/**
 * One attempt of one student.
 *
 * @param kind of the assignment
 * @param receipt the code that proves the hand-in
 * @param version grows with every change that can be seen
 */
public record Submission(
        SubmissionId id,
        SchoolId schoolId,
        AssignmentId assignmentId,
        AssignmentKind kind,
        PersonId studentId,
        int attempt,
        String receipt,
        Instant receivedAt,
        SubmissionState state,
        long version) {}
