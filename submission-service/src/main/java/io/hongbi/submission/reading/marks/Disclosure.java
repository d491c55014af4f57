package io.hongbi.submission.reading.marks;

import io.hongbi.common.event.SubmissionState;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.assignment.Assignment.Release;
import java.time.Instant;

/**
 * What a reader of a submission may see of its marks.
 *
 * @param marks whether any; without them nothing that tells of a mark or of the key
 * @param answers whether the right answers too, of items that have a mark
 * @param openAnswers whether also of items that have none yet
 */
public record Disclosure(boolean marks, boolean answers, boolean openAnswers) {

    /** To those who teach or administer. */
    public static final Disclosure ALL = new Disclosure(true, true, true);

    /** To the student whose submission it is. */
    public static Disclosure toStudent(Assignment assignment, SubmissionState state, Instant now) {
        boolean marks =
                assignment.releaseInForce() == Release.AUTOMATIC
                        || state == SubmissionState.RELEASED;
        return new Disclosure(marks, marks && showsAnswers(assignment, now), false);
    }

    /** Without a due time the closing time stands for it; without either it never comes. */
    private static boolean showsAnswers(Assignment assignment, Instant now) {
        return switch (assignment.showAnswers()) {
            case WITH_MARKS -> true;
            case NEVER -> false;
            case AFTER_DUE -> {
                var due = assignment.dueAt() == null ? assignment.closesAt() : assignment.dueAt();
                yield due != null && !now.isBefore(due);
            }
        };
    }
}
