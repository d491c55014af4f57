package io.hongbi.submission.outbox;

import io.hongbi.common.id.SchoolId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the outbox. Any number of relays share them without taking turns. */
@Component
class PendingMessages {

    private final JdbcClient jdbc;

    PendingMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row, locked by the transaction that took it. */
    @SuppressWarnings("ArrayRecordComponent") // only ever handed on to the producer
    record Pending(
            long seq,
            UUID schoolId,
            String topic,
            String key,
            byte[] payload,
            @Nullable String traceparent,
            int attempts,
            Instant createdAt) {

        SentMessage sent() {
            return new SentMessage(new SchoolId(schoolId), topic, key);
        }
    }

    /**
     * Takes messages that nobody else is sending, the oldest first. Of each key only the first one
     * pending: were it in another relay's hands, a later one could overtake it.
     */
    List<Pending> take(int limit) {
        return jdbc.sql(
                        """
                        select seq, school_id, topic, key, payload, traceparent, attempts, created_at
                        from outbox later
                        where due_at <= now()
                          and not exists (
                              select from outbox earlier
                              where earlier.key = later.key and earlier.seq < later.seq)
                        order by seq limit ? for update skip locked
                        """)
                .param(limit)
                .query((row, _) ->
                        new Pending(
                                row.getLong(1),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4),
                                row.getBytes(5),
                                row.getString(6),
                                row.getInt(7),
                                row.getTimestamp(8).toInstant()))
                .list();
    }

    void remove(List<Pending> sent) {
        jdbc.sql("delete from outbox where seq = any(?)").param(seqs(sent)).update();
    }

    /** Puts off messages that the broker refuses, each time longer, up to five minutes. */
    void putOff(List<Pending> refused) {
        jdbc.sql(
                        """
                        update outbox set attempts = attempts + 1,
                            due_at = now() + least(power(2, attempts), 300) * interval '1 s'
                        where seq = any(?)
                        """)
                .param(seqs(refused))
                .update();
    }

    private static Long[] seqs(List<Pending> messages) {
        return messages.stream().map(Pending::seq).toArray(Long[]::new);
    }
}
