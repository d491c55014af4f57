package io.hongbi.submission.assignment;

import io.hongbi.submission.assignment.Assignment.Release;
import io.hongbi.submission.assignment.Assignment.ShowAnswers;
import io.hongbi.submission.assignment.InvalidAssignment.Fault;
import io.hongbi.submission.assignment.InvalidAssignment.Reason;
import io.hongbi.submission.marking.CompletionRule;
import java.time.Instant;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What a teacher decides about an assignment and may change later.
 *
 * @param title 1 to 200 characters, no control characters
 * @param dueAt not before it opens
 * @param closesAt not before it opens nor before it is due
 * @param equalForms whether a right number counts however it is written: 2.50 for 2.5
 * @param releaseAt only where marks are held back until then
 * @param completionMarks for notes only
 */
record Terms(
        String title,
        Instant opensAt,
        @Nullable Instant dueAt,
        @Nullable Instant closesAt,
        @Nullable Instant releaseAt,
        Release release,
        ShowAnswers showAnswers,
        boolean equalForms,
        @Nullable CompletionRule completionMarks) {

    private static final int LONGEST_TITLE = 200;

    /**
     * @throws InvalidAssignment naming every field that is wrong
     */
    Terms {
        title = title.strip();
        var faults = new ArrayList<Fault>();
        if (title.isEmpty()) {
            faults.add(new Fault("title", Reason.MISSING));
        }
        if (title.length() > LONGEST_TITLE) {
            faults.add(new Fault("title", Reason.TOO_LONG));
        }
        if (title.chars().anyMatch(Character::isISOControl)) {
            faults.add(new Fault("title", Reason.BAD_TITLE));
        }
        if (dueAt != null && dueAt.isBefore(opensAt)) {
            faults.add(new Fault("dueAt", Reason.BEFORE_OPENING));
        }
        if (closesAt != null && closesAt.isBefore(opensAt)) {
            faults.add(new Fault("closesAt", Reason.BEFORE_OPENING));
        } else if (closesAt != null && dueAt != null && closesAt.isBefore(dueAt)) {
            faults.add(new Fault("closesAt", Reason.BEFORE_DUE));
        }
        if (releaseAt != null && release == Release.AUTOMATIC) {
            faults.add(new Fault("releaseAt", Reason.RELEASED_AUTOMATICALLY));
        }
        if (!faults.isEmpty()) {
            throw new InvalidAssignment(faults);
        }
    }

    static Terms of(Assignment assignment) {
        return new Terms(
                assignment.title(),
                assignment.opensAt(),
                assignment.dueAt(),
                assignment.closesAt(),
                assignment.releaseAt(),
                assignment.release(),
                assignment.showAnswers(),
                assignment.equalForms(),
                assignment.completionMarks());
    }
}
