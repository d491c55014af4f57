package io.hongbi.submission.outbox;

import io.hongbi.common.id.SchoolId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
     * Takes messages that are sent at once and that nobody else is sending, the oldest first. Of
     * each key only the first one pending: were it in another relay's hands, a later one could
     * overtake it.
     */
    List<Pending> take(int limit) {
        return jdbc.sql(
                        """
                        select seq, school_id, topic, key, payload, traceparent, attempts, created_at
                        from outbox later
                        where turn_at is null and due_at <= now()
                          and not exists (
                              select from outbox earlier
                              where earlier.key = later.key and earlier.seq < later.seq)
                        order by seq limit ? for update skip locked
                        """)
                .param(limit)
                .query(PendingMessages::row)
                .list();
    }

    /**
     * Takes work that nobody else is sending. Schools take turns: next is always who has the least
     * under way for its weight (max-min fairness); within a school, the earliest turn. Of each key
     * only the first one pending, as above.
     */
    List<Pending> takeWork(Map<SchoolId, Long> underWay, int limit) {
        return jdbc.sql(
                        """
                        with busy as (
                            select * from unnest(:schools, :counts) as busy (school_id, pieces)),
                        next as (
                            select mine.seq, mine.turn_at,
                                (coalesce(busy.pieces, 0) + mine.place) / schools.weight as share
                            from schools left join busy on busy.school_id = schools.id
                            cross join lateral (
                                select seq, turn_at, row_number() over (order by turn_at, seq) place
                                from outbox later
                                where later.school_id = schools.id
                                  and turn_at is not null and due_at <= now()
                                  and not exists (
                                      select from outbox earlier
                                      where earlier.key = later.key and earlier.seq < later.seq)
                                order by turn_at, seq limit :limit) mine)
                        select seq, school_id, topic, key, payload, traceparent, attempts, created_at
                        from next join outbox using (seq)
                        order by share, next.turn_at, seq limit :limit
                        for update of outbox skip locked
                        """)
                .param(
                        "schools",
                        underWay.keySet().stream().map(SchoolId::value).toArray(UUID[]::new))
                .param("counts", underWay.values().toArray(Long[]::new))
                .param("limit", limit)
                .query(PendingMessages::row)
                .list();
    }

    private static Pending row(ResultSet row, int number) throws SQLException {
        return new Pending(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getBytes(5),
                row.getString(6),
                row.getInt(7),
                row.getTimestamp(8).toInstant());
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
