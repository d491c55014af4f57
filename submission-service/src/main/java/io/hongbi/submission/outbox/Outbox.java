package io.hongbi.submission.outbox;

import io.hongbi.platform.event.EventJson;
import io.hongbi.platform.trace.Traces;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes messages in the caller's transaction; they leave soon after it commits, or never. */
@Component
public class Outbox {

    private final JdbcTemplate jdbc;
    private final EventJson json;
    private final Traces traces;
    private final Nudge nudge;

    Outbox(JdbcTemplate jdbc, EventJson json, Traces traces, Nudge nudge) {
        this.jdbc = jdbc;
        this.json = json;
        this.traces = traces;
        this.nudge = nudge;
    }

    /**
     * Adds the messages with the trace that is current now.
     *
     * @throws IllegalStateException outside of a transaction
     */
    public void add(List<OutboxMessage> messages) {
        if (messages.isEmpty()) {
            return;
        }
        nudgeAfterCommit();
        var traceparent = traces.traceparent().orElse(null);
        jdbc.batchUpdate(
                "insert into outbox (school_id, topic, key, payload, traceparent, turn_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                messages,
                messages.size(),
                (insert, message) -> {
                    insert.setObject(1, message.schoolId().value());
                    insert.setString(2, message.topic());
                    insert.setString(3, message.key());
                    insert.setBytes(4, json.write(message.event()));
                    insert.setString(5, traceparent);
                    insert.setObject(6, utc(message.turn()));
                });
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    private void nudgeAfterCommit() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Messages are added in the transaction of their cause");
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        nudge.give();
                    }
                });
    }
}
