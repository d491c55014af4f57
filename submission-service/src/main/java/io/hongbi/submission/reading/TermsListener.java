package io.hongbi.submission.reading;

import io.hongbi.submission.assignment.MarkingChanged;
import io.hongbi.submission.assignment.ReleaseChanged;
import io.hongbi.submission.reading.SubmissionStates.Change;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What follows from changed terms of an assignment, in the transaction of the change. */
@Component
class TermsListener {

    private final SubmissionStates states;

    TermsListener(SubmissionStates states) {
        this.states = states;
    }

    /** States follow from the facts, the assignment's release among them. */
    @EventListener
    void on(ReleaseChanged event) {
        states.refresh(states.ofAssignment(event.assignment()), Change.STATE_ONLY);
    }

    /** In the transaction of the change: marks may be others now. */
    @EventListener
    void on(MarkingChanged event) {
        states.refresh(states.ofAssignment(event.assignment()), Change.VISIBLE);
    }
}
