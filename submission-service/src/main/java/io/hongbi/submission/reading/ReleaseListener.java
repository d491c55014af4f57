package io.hongbi.submission.reading;

import io.hongbi.submission.assignment.CompletionMarksChanged;
import io.hongbi.submission.assignment.ReleaseChanged;
import io.hongbi.submission.reading.SubmissionStates.Change;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** States follow from the facts, the assignment's release among them: they are derived anew. */
@Component
class ReleaseListener {

    private final SubmissionStates states;

    ReleaseListener(SubmissionStates states) {
        this.states = states;
    }

    /** In the transaction of the change. */
    @EventListener
    void on(ReleaseChanged event) {
        states.refresh(states.ofAssignment(event.assignment()), Change.STATE_ONLY);
    }

    /** In the transaction of the change: marks may be others now. */
    @EventListener
    void on(CompletionMarksChanged event) {
        states.refresh(states.ofAssignment(event.assignment()), Change.VISIBLE);
    }
}
