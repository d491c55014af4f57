package io.hongbi.submission.reading;

import io.hongbi.common.id.SubmissionId;
import io.hongbi.submission.assignment.ReleaseChanged;
import io.hongbi.submission.reading.SubmissionStates.Change;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** States follow from the facts, the assignment's release among them: they are derived anew. */
@Component
class ReleaseListener {

    private final JdbcClient jdbc;
    private final SubmissionStates states;

    ReleaseListener(JdbcClient jdbc, SubmissionStates states) {
        this.jdbc = jdbc;
        this.states = states;
    }

    /** In the transaction of the change. */
    @EventListener
    void on(ReleaseChanged event) {
        var submissions =
                jdbc.sql("select id from submissions where assignment_id = ? order by id")
                        .param(event.assignment().value())
                        .query((row, _) -> new SubmissionId(row.getObject(1, UUID.class)))
                        .list();
        states.refresh(submissions, Change.STATE_ONLY);
    }
}
