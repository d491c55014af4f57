package io.hongbi.submission.review;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who looks at an answer, so that two teachers do not do the same work. */
@Component
public class Claims {

    static final Duration LASTS = Duration.ofSeconds(60);

    private final JdbcClient jdbc;

    Claims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until when the answer is the teacher's. */
    record Claim(SubmissionId submissionId, String itemId, PersonId teacherId, Instant expiresAt) {}

    /** An answer of a paper. */
    public record Answer(SubmissionId submissionId, String itemId) {}

    /** Until when other teachers have answers of some papers. */
    public Map<Answer, Instant> ofOthers(Caller teacher, Collection<SubmissionId> ids) {
        Map<Answer, Instant> claims = new HashMap<>();
        jdbc.sql(
                        """
                        select submission_id, item_id, expires_at from claims
                        where submission_id = any(:ids) and teacher <> :teacher
                          and expires_at > clock_timestamp()
                        """)
                .param("ids", ids.stream().map(SubmissionId::value).toArray(UUID[]::new))
                .param("teacher", teacher.id().value())
                .query(row -> {
                    claims.put(
                            new Answer(
                                    new SubmissionId(row.getObject("submission_id", UUID.class)),
                                    row.getString("item_id")),
                            row.getObject("expires_at", OffsetDateTime.class).toInstant());
                });
        return claims;
    }

    /**
     * Claims it, or again.
     *
     * @throws Claimed if it is another's
     */
    Claim claim(Caller teacher, SubmissionId id, String itemId) {
        return jdbc.sql(
                        """
                        insert into claims (submission_id, item_id, school_id, teacher, expires_at)
                        values (:id, :item, :school, :teacher,
                            clock_timestamp() + :seconds * interval '1 s')
                        on conflict (submission_id, item_id) do update
                        set teacher = excluded.teacher, expires_at = excluded.expires_at
                        where claims.teacher = excluded.teacher
                           or claims.expires_at <= clock_timestamp()
                        returning expires_at
                        """)
                .param("id", id.value())
                .param("item", itemId)
                .param("school", teacher.school().value())
                .param("teacher", teacher.id().value())
                .param("seconds", LASTS.toSeconds())
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .map(expiresAt -> new Claim(id, itemId, teacher.id(), expiresAt))
                .orElseThrow(() -> new Claimed(LASTS));
    }

    /**
     * @throws Claimed if it is another's
     */
    void requireNoOther(Caller teacher, SubmissionId id, String itemId) {
        boolean others =
                jdbc.sql(
                                """
                                select teacher from claims where submission_id = ? and item_id = ?
                                  and expires_at > clock_timestamp()
                                """)
                        .params(id.value(), itemId)
                        .query(UUID.class)
                        .optional()
                        .filter(holder -> !holder.equals(teacher.id().value()))
                        .isPresent();
        if (others) {
            throw new Claimed(LASTS);
        }
    }

    void release(Caller teacher, SubmissionId id, String itemId) {
        jdbc.sql("delete from claims where submission_id = ? and item_id = ? and teacher = ?")
                .params(id.value(), itemId, teacher.id().value())
                .update();
    }
}
