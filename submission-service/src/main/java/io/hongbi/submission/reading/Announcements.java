package io.hongbi.submission.reading;

import io.hongbi.common.event.PageReceived;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.submission.outbox.SentListener;
import io.hongbi.submission.outbox.SentMessage;
import io.hongbi.submission.reading.SubmissionStates.Change;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes that pages were announced, which starts the sweeper's clock for them. */
@Component
class Announcements implements SentListener {

    private final JdbcClient jdbc;
    private final SubmissionStates states;
    private final SweeperProperties sweeper;

    Announcements(JdbcClient jdbc, SubmissionStates states, SweeperProperties sweeper) {
        this.jdbc = jdbc;
        this.states = states;
        this.sweeper = sweeper;
    }

    @Override
    public void sent(List<SentMessage> messages) {
        var pages =
                messages.stream()
                        .filter(message -> message.topic().equals(PageReceived.TOPIC))
                        .map(message -> UUID.fromString(message.key()))
                        .toArray(UUID[]::new);
        if (pages.length > 0) {
            states.refresh(announced(pages), Change.STATE_ONLY);
        }
    }

    private List<SubmissionId> announced(UUID[] pages) {
        return jdbc.sql(
                        """
                        update pages set
                            announced_at = clock_timestamp(),
                            announcements = announcements + 1,
                            sweep_at = case
                                when read_at is null and failed_at is null and replaced_at is null
                                then clock_timestamp() + interval '1 s'
                                    * least(:after * power(2, least(announcements, 20)), :longest)
                                end
                        where id = any(:pages) returning submission_id
                        """)
                .param("after", sweeper.after().toMillis() / 1000.0)
                .param("longest", sweeper.longest().toMillis() / 1000.0)
                .param("pages", pages)
                .query((row, _) -> new SubmissionId(row.getObject(1, UUID.class)))
                .list();
    }
}
