package io.hongbi.submission.reading;

import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import io.hongbi.platform.security.Role;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.assignment.Assignments;
import io.hongbi.submission.marking.Marks;
import io.hongbi.submission.marking.Score;
import io.hongbi.submission.reading.marks.Disclosure;
import io.hongbi.submission.reading.marks.MarkViews;
import io.hongbi.submission.reading.marks.MarkViews.Shown;
import io.hongbi.submission.reading.marks.WorksheetMarks;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The marks of submissions, as far as whoever asks may see them. */
@Component
class VisibleMarks {

    private final Assignments assignments;
    private final WorksheetMarks marks;
    private final MarkViews views;

    VisibleMarks(Assignments assignments, WorksheetMarks marks, MarkViews views) {
        this.assignments = assignments;
        this.marks = marks;
        this.views = views;
    }

    Shown of(Caller caller, Submission submission) {
        return assignments
                .find(submission.assignmentId())
                .map(assignment -> of(caller, submission, assignment))
                .orElse(Shown.NOTHING);
    }

    /** What teachers see; nothing of submissions without a mark. */
    Map<SubmissionId, Score> scores(Assignment assignment, Collection<Submission> submissions) {
        var ids = submissions.stream().map(Submission::id).toList();
        Map<SubmissionId, Score> scores = new HashMap<>();
        marks.of(assignment, ids)
                .forEach((id, marked) -> {
                    var score = marked.score();
                    if (score != null) {
                        scores.put(id, score);
                    }
                });
        return scores;
    }

    private Shown of(Caller caller, Submission submission, Assignment assignment) {
        var disclosure = disclosure(caller, submission, assignment);
        return disclosure.marks()
                ? marks.of(assignment, submission.id())
                        .map((Marks marked) -> views.show(marked, disclosure))
                        .orElse(Shown.NOTHING)
                : Shown.NOTHING;
    }

    /** Whoever is a student here sees their own as one, whatever else they are. */
    static boolean isOwn(Caller caller, Submission submission) {
        return caller.is(Role.STUDENT) && submission.studentId().equals(caller.id());
    }

    private static Disclosure disclosure(
            Caller caller, Submission submission, Assignment assignment) {
        return isOwn(caller, submission)
                ? Disclosure.toStudent(assignment, submission.state(), Instant.now())
                : Disclosure.ALL;
    }
}
