package io.hongbi.submission.intake;

import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import io.hongbi.platform.security.Role;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.assignment.Assignments;
import io.hongbi.submission.intake.IntakeRefusal.AssignmentClosed;
import io.hongbi.submission.intake.IntakeRefusal.MarksReleased;
import io.hongbi.submission.intake.IntakeRefusal.NoStudent;
import io.hongbi.submission.intake.IntakeRefusal.NotYours;
import io.hongbi.submission.reading.Submission;
import io.hongbi.submission.reading.SubmissionAccess;
import io.hongbi.submission.reading.SubmissionNotFound;
import io.hongbi.submission.school.Classes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides who may hand in what, before a byte of it is read. Called inside a transaction of the
 * caller's school.
 */
@Component
class Admission {

    private final Assignments assignments;
    private final Classes classes;
    private final SubmissionAccess access;

    Admission(Assignments assignments, Classes classes, SubmissionAccess access) {
        this.assignments = assignments;
        this.classes = classes;
        this.access = access;
    }

    /** Where an upload belongs. */
    record Place(Caller caller, Assignment assignment, PersonId student) {}

    /** Which submission a new page belongs to. */
    record Retake(Caller caller, Assignment assignment, Submission submission, int number) {}

    /**
     * @param student for whom; null is the caller
     * @throws SubmissionNotFound if there is no such assignment for that student and caller
     * @throws Refused if it is closed, or no student is named
     */
    Place toHandIn(Caller caller, AssignmentId id, @Nullable PersonId student) {
        var place =
                caller.is(Role.TEACHER) ? byTeacher(caller, id, student) : own(caller, id, student);
        if (!classes.isEnrolled(place.assignment().classId(), place.student())) {
            throw new SubmissionNotFound();
        }
        requireOpen(place.assignment());
        return place;
    }

    /**
     * @throws SubmissionNotFound if there is no such submission for the caller
     * @throws Refused if the assignment is closed, or marks have been shown for what is there
     */
    Retake toRetake(Caller caller, SubmissionId id, int number) {
        var submission = access.require(caller, id);
        var assignment =
                assignments.find(submission.assignmentId()).orElseThrow(SubmissionNotFound::new);
        requireOpen(assignment);
        if (assignment.worksheet() != null && submission.state() == SubmissionState.RELEASED) {
            throw new Refused(new MarksReleased());
        }
        return new Retake(caller, assignment, submission, number);
    }

    private Place byTeacher(Caller caller, AssignmentId id, @Nullable PersonId student) {
        var assignment = access.requireTaught(caller, id);
        if (student == null) {
            throw new Refused(new NoStudent());
        }
        return new Place(caller, assignment, student);
    }

    private Place own(Caller caller, AssignmentId id, @Nullable PersonId student) {
        if (student != null && !student.equals(caller.id())) {
            throw new Refused(new NotYours());
        }
        var assignment = assignments.find(id).orElseThrow(SubmissionNotFound::new);
        return new Place(caller, assignment, caller.id());
    }

    private static void requireOpen(Assignment assignment) {
        var now = Instant.now();
        if (!assignment.isOpenAt(now)) {
            throw new Refused(new AssignmentClosed(now.isBefore(assignment.opensAt())));
        }
    }
}
