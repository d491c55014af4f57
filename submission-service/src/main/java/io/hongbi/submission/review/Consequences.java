package io.hongbi.submission.review;

import io.hongbi.common.id.SubmissionId;
import io.hongbi.submission.assignment.AnswerKeys;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.marking.KeyVersion;
import io.hongbi.submission.reading.SubmissionStates;
import io.hongbi.submission.reading.SubmissionStates.Change;
import io.hongbi.submission.reading.marks.WorksheetMarks;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What follows from an act, in its transaction: states, versions and news of what it touches. */
@Component
class Consequences {

    private final WorksheetMarks marks;
    private final AnswerKeys keys;
    private final SubmissionStates states;

    Consequences(WorksheetMarks marks, AnswerKeys keys, SubmissionStates states) {
        this.marks = marks;
        this.keys = keys;
        this.states = states;
    }

    /**
     * Adds the act and tells of the submissions whose marks are others now.
     *
     * @param ids that the act may concern, locked by this transaction
     */
    List<SubmissionId> follow(Assignment assignment, Collection<SubmissionId> ids, Runnable act) {
        var facts = marks.facts(assignment, ids);
        var before = key(assignment).map(key -> WorksheetMarks.mark(facts, key));
        act.run();
        var decided = marks.decidedAnew(assignment, facts);
        var after = key(assignment).map(key -> WorksheetMarks.mark(decided, key));
        var changed =
                ids.stream()
                        .filter(id ->
                                !before.map(each -> each.get(id))
                                        .equals(after.map(each -> each.get(id))))
                        .toList();
        states.refresh(changed, Change.VISIBLE);
        return changed;
    }

    private Optional<KeyVersion> key(Assignment assignment) {
        return keys.latest(assignment);
    }
}
