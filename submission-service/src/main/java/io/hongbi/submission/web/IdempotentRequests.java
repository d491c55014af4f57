package io.hongbi.submission.web;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.submission.tenant.Tenant;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the first answer to a request under its key, so that retries get it again, whatever
 * restarts in between. The way: {@link #claim}; do the work; {@link #finish} in the transaction of
 * the work, so that effect and answer are kept or lost together; {@link #release} where it failed.
 * A claim that is neither finished nor released ends by itself.
 */
@Component
public class IdempotentRequests {

    private static final Duration CLAIM = Duration.ofSeconds(30);
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final Tenant tenant;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    IdempotentRequests(Tenant tenant, JdbcClient jdbc, JsonMapper json) {
        this.tenant = tenant;
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What to do about a request. */
    public sealed interface Outcome {

        /** The request is new: do it. */
        record Claimed(Claim claim) implements Outcome {}

        /** The request was answered before: answer that again. */
        record Answered(KeptAnswer answer) implements Outcome {}
    }

    /** The right to answer a request. */
    public record Claim(SchoolId school, PersonId person, IdempotencyKey key, UUID token) {}

    /**
     * Claims the request in a transaction of its own; never call it inside another.
     *
     * @throws IdempotencyMismatch if the key was used for other content
     * @throws RequestInProgress if the first request is still at work
     */
    public Outcome claim(
            SchoolId school, PersonId person, IdempotencyKey key, RequestDigest digest) {
        var claim = new Claim(school, person, key, UUID.randomUUID());
        return tenant.in(
                school,
                () ->
                        take(claim, digest)
                                ? new Outcome.Claimed(claim)
                                : new Outcome.Answered(answerOf(claim, digest)));
    }

    /**
     * Keeps the answer; call it in the transaction of the work.
     *
     * @throws RequestInProgress if the claim took so long that a retry has it now: the work of this
     *     transaction has to be undone
     */
    public void finish(Claim claim, KeptAnswer answer) {
        var finished =
                jdbc.sql(
                                """
                                update idempotent_requests
                                set status = :status, headers = :headers::jsonb, body = :body
                                where person_id = :person and key = :key and claim = :claim
                                  and status is null
                                """)
                        .param("status", answer.status())
                        .param("headers", json.writeValueAsString(answer.headers()))
                        .param("body", answer.body())
                        .param("person", claim.person().value())
                        .param("key", claim.key().value())
                        .param("claim", claim.token())
                        .update();
        if (finished == 0) {
            throw new RequestInProgress(Duration.ofSeconds(1));
        }
    }

    /** Gives the key back, so that a retry is done anew. */
    public void release(Claim claim) {
        tenant.in(
                claim.school(),
                () -> {
                    jdbc.sql(
                                    """
                                    delete from idempotent_requests
                                    where person_id = ? and key = ? and claim = ?
                                      and status is null
                                    """)
                            .params(claim.person().value(), claim.key().value(), claim.token())
                            .update();
                });
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT6M")
    void forget() {
        tenant.inSystem(() -> {
            jdbc.sql(
                            """
                            delete from idempotent_requests
                            where created_at < now() - interval '1 day'
                              and (status is not null or claimed_until < now())
                            """)
                    .update();
        });
    }

    private boolean take(Claim claim, RequestDigest digest) {
        var sql =
                """
                insert into idempotent_requests as kept
                    (person_id, key, school_id, digest, claim, claimed_until)
                values (:person, :key, :school, :digest, :claim, now() + :seconds * interval '1 s')
                on conflict (person_id, key) do update
                set digest = excluded.digest, claim = excluded.claim,
                    claimed_until = excluded.claimed_until
                where kept.status is null and kept.claimed_until < now()
                """;
        return jdbc.sql(sql)
                        .param("person", claim.person().value())
                        .param("key", claim.key().value())
                        .param("school", claim.school().value())
                        .param("digest", digest.hex())
                        .param("claim", claim.token())
                        .param("seconds", CLAIM.toSeconds())
                        .update()
                == 1;
    }

    private KeptAnswer answerOf(Claim claim, RequestDigest digest) {
        var kept =
                jdbc.sql(
                                """
                                select digest, status, headers, body,
                                    ceil(extract(epoch from claimed_until - now()))::int as seconds_left
                                from idempotent_requests where person_id = ? and key = ?
                                """)
                        .params(claim.person().value(), claim.key().value())
                        .query(Row.class)
                        .optional()
                        .orElseThrow(() -> new RequestInProgress(Duration.ofSeconds(1)));
        if (!kept.digest().equals(digest.hex())) {
            throw new IdempotencyMismatch();
        }
        if (kept.status() == null || kept.headers() == null || kept.body() == null) {
            throw new RequestInProgress(Duration.ofSeconds(Math.max(1, kept.secondsLeft())));
        }
        return new KeptAnswer(kept.status(), json.readValue(kept.headers(), HEADERS), kept.body());
    }

    private record Row(
            String digest,
            @Nullable Integer status,
            @Nullable String headers,
            @Nullable String body,
            int secondsLeft) {}
}
