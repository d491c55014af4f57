package io.hongbi.submission.reading;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import io.hongbi.platform.security.Role;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.assignment.Assignments;
import io.hongbi.submission.school.Classes;
import org.springframework.stereotype.Component;

/**
 * Whose submissions a person may see: a student their own, a teacher those of the classes they
 * teach, an admin all of the school. Called inside a transaction of the caller's school.
 */
@Component
public class SubmissionAccess {

    private final Submissions submissions;
    private final Assignments assignments;
    private final Classes classes;

    SubmissionAccess(Submissions submissions, Assignments assignments, Classes classes) {
        this.submissions = submissions;
        this.assignments = assignments;
        this.classes = classes;
    }

    /**
     * @throws SubmissionNotFound if there is none that the caller may see
     */
    public Submission require(Caller caller, SubmissionId id) {
        var submission = submissions.find(id).orElseThrow(SubmissionNotFound::new);
        boolean own = caller.is(Role.STUDENT) && submission.studentId().equals(caller.id());
        if (!own) {
            requireTaught(caller, submission.assignmentId());
        }
        return submission;
    }

    /**
     * @throws SubmissionNotFound if there is none, or the caller does not teach its class
     */
    public Assignment requireTaught(Caller caller, AssignmentId id) {
        var assignment = assignments.find(id).orElseThrow(SubmissionNotFound::new);
        boolean may =
                caller.is(Role.ADMIN)
                        || (caller.is(Role.TEACHER)
                                && classes.teaches(assignment.classId(), caller.id()));
        if (!may) {
            throw new SubmissionNotFound();
        }
        return assignment;
    }

    /**
     * @throws SubmissionNotFound if there is none, or the caller does not teach its class
     */
    public Submission requireTaught(Caller caller, SubmissionId id) {
        var submission = submissions.find(id).orElseThrow(SubmissionNotFound::new);
        requireTaught(caller, submission.assignmentId());
        return submission;
    }
}
