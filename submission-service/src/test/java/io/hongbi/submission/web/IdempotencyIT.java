package io.hongbi.submission.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.SubmissionIT;
import io.hongbi.submission.TestSchool;
import io.hongbi.submission.web.IdempotentRequests.Outcome;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class IdempotencyIT extends SubmissionIT {

    private static final String NOTES = "{\"title\": \"Once\", \"kind\": \"notes\"}";
    private static final IdempotencyKey KEY = new IdempotencyKey("key-1");
    private static final RequestDigest DIGEST = RequestDigest.of("POST", "/x", "");

    @Autowired private IdempotentRequests requests;

    private TestSchool school;

    @BeforeEach
    void school() {
        school = newSchool();
    }

    @Test
    void givesARetryTheFirstAnswerAgain() {
        var first = post("k", NOTES);
        var retry = post("k", NOTES);

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(retry.status()).isEqualTo(201);
        assertThat(retry.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(retry.body()).isEqualTo(first.body());
        for (var header : new String[] {"Location", "ETag", "Content-Type"}) {
            assertThat(retry.header(header)).isNotNull().isEqualTo(first.header(header));
        }
        assertThat(titles()).isEqualTo(1);
    }

    @Test
    void refusesTheSameKeyForOtherContent() {
        post("k", NOTES);

        var other = post("k", NOTES.replace("Once", "Twice"));

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().get("code").asString()).isEqualTo("idempotency-mismatch");
        assertThat(other.json().get("detail").asString()).contains("请换一个新的");
        assertThat(other.header("Content-Type")).startsWith("application/problem+json");
        assertThat(other.json().get("traceId").asString()).isEqualTo(other.header("X-Trace-Id"));
    }

    @Test
    void keepsTheKeysOfPeopleApart() {
        var path = school.classPath() + "/assignments";
        post("k", NOTES);

        var admin =
                http().as(school.token(school.admin()))
                        .header("Idempotency-Key", "k")
                        .post(path, NOTES);

        assertThat(admin.status()).isEqualTo(201);
        assertThat(admin.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void doesItOnceHoweverManyComeAtATime() {
        var replies =
                IntStream.range(0, 8)
                        .mapToObj(_ -> CompletableFuture.supplyAsync(() -> post("k", NOTES)))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(replies).extracting(Reply::status).isSubsetOf(201, 409).contains(201);
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 409)
                .allSatisfy(reply -> assertThat(reply.header("Retry-After")).isNotNull());
        assertThat(titles()).isEqualTo(1);
    }

    @Test
    void keepsNoRefusal() {
        var refused = post("k", "{\"title\": \"\", \"kind\": \"notes\"}");
        var corrected = post("k", NOTES);
        var student =
                http().as(school.token(school.student()))
                        .header("Idempotency-Key", "k")
                        .post(school.classPath() + "/assignments", NOTES);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(corrected.status()).isEqualTo(201);
        assertThat(student.status()).isEqualTo(403);
    }

    @Test
    void refusesKeysNobodyCouldMean() {
        assertThat(post("k".repeat(256), NOTES).status()).isEqualTo(400);
    }

    @Test
    void letsOnlyTheHolderOfAClaimAnswer() {
        var claim = claim();
        assertThatExceptionOfType(RequestInProgress.class)
                .isThrownBy(() -> requests.claim(school.id(), school.teacher(), KEY, DIGEST))
                .satisfies(e -> assertThat(e.retryAfter()).isPositive());

        expire();
        var heir = claim();

        assertThatExceptionOfType(RequestInProgress.class).isThrownBy(() -> finish(claim));
        finish(heir);
        assertThat(requests.claim(school.id(), school.teacher(), KEY, DIGEST))
                .isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void losesEffectAndAnswerTogether() {
        var claim = claim();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        tenant.in(
                                school.id(),
                                () -> {
                                    finish(claim);
                                    throw new IllegalStateException("power cut");
                                }));

        requests.release(claim);
        assertThat(requests.claim(school.id(), school.teacher(), KEY, DIGEST))
                .isInstanceOf(Outcome.Claimed.class);
    }

    private IdempotentRequests.Claim claim() {
        return ((Outcome.Claimed) requests.claim(school.id(), school.teacher(), KEY, DIGEST))
                .claim();
    }

    private void finish(IdempotentRequests.Claim claim) {
        tenant.in(school.id(), () -> requests.finish(claim, new KeptAnswer(201, Map.of(), "{}")));
    }

    private void expire() {
        tenant.in(
                school.id(),
                () -> {
                    jdbc.sql(
                                    "update idempotent_requests set claimed_until = now() - interval '1 s'")
                            .update();
                });
    }

    private Reply post(String key, String json) {
        return http().as(school.token(school.teacher()))
                .header("Idempotency-Key", key)
                .post(school.classPath() + "/assignments", json);
    }

    private long titles() {
        return tenant.in(
                school.id(),
                () ->
                        jdbc.sql("select count(*) from assignments where title = 'Once'")
                                .query(Long.class)
                                .single());
    }
}
