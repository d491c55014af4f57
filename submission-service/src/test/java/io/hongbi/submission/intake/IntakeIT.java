package io.hongbi.submission.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.intake.image.Samples;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Uploads that are taken, once each. */
class IntakeIT extends IntakeFixture {

    @Test
    void acceptsPagesInOrderAndProvesTheHandIn() throws Exception {
        var first = Samples.jpegOfPhone(320, 200, 6);
        var second = Samples.png(64, 48);

        var reply = handIn(school, school.student(), first, second);

        var view = accepted(reply);
        assertThat(reply.header("Location"))
                .isEqualTo("/api/v1/submissions/" + view.get("id").asString());
        assertThat(reply.header("ETag")).isEqualTo("\"1\"");
        assertThat(view.get("state").asString()).isEqualTo("received");
        assertThat(view.get("attempt").asInt()).isEqualTo(1);
        assertThat(view.get("studentId").asString()).isEqualTo(school.student().toString());
        assertThat(view.get("receipt").get("code").asString())
                .matches("[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}");
        assertThat(view.get("receipt").get("pages").asInt()).isEqualTo(2);
        assertThat(view.get("score").isNull()).isTrue();
        assertThat(view.get("pages").get(0).get("sha256").asString()).isEqualTo(sha256(first));
        assertThat(view.get("pages").get(1).get("sha256").asString()).isEqualTo(sha256(second));
        assertThat(view.get("pages").get(0).get("state").asString()).isEqualTo("waiting");
        assertThat(view.get("pages").get(0).get("reading").isNull()).isTrue();
        assertThat(view.get("pages").get(0).get("previewUrl").isNull()).isTrue();
        assertThat(objects(school)).isEqualTo(2);
        assertThat(spool.usedBytes()).isZero();
    }

    @Test
    void servesTheStrippedPhotoAtItsSignedAddress() {
        var photo = Samples.jpegOfPhone(320, 200, 6);
        var view = accepted(handIn(school, school.student(), photo));

        var path = path(view.get("pages").get(0).get("photoUrl").asString());
        var whole = http().get(path);
        var part = http().header("Range", "bytes=0-3").get(path);

        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(whole.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(whole.header("Cache-Control")).contains("private");
        assertThat(whole.body()).doesNotContain(Samples.GPS);
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.header("Content-Length")).isEqualTo("4");
        assertThat(part.header("Content-Range")).startsWith("bytes 0-3/");
        assertThat(http().header("Range", "bytes=99999999-").get(path).status()).isEqualTo(416);
        assertThat(
                        http().header("If-None-Match", String.valueOf(whole.header("ETag")))
                                .get(path)
                                .status())
                .isEqualTo(304);
        assertThat(http().get(path.replace("signature=", "signature=x")).status()).isEqualTo(403);
        assertThat(http().get(path.substring(0, path.indexOf('?'))).status()).isEqualTo(403);
        assertThat(http().get("/api/v1/objects").status()).isEqualTo(403);
        assertThat(http().get("/api/v1/objects/").status()).isEqualTo(403);
    }

    @Test
    void countsAttemptsWithoutGapWhenManyComeAtOnce() throws Exception {
        var photo = Samples.jpeg(64, 64);
        Callable<Integer> attempt =
                () -> accepted(handIn(school, school.student(), photo)).get("attempt").asInt();

        try (var threads = Executors.newFixedThreadPool(8)) {
            var attempts = threads.invokeAll(Stream.generate(() -> attempt).limit(8).toList());

            assertThat(attempts)
                    .extracting(future -> future.get())
                    .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        }
    }

    @Test
    void answersARetryWithTheFirstAnswer() throws IOException {
        var photo = Samples.jpeg(64, 64);
        var key = UUID.randomUUID().toString();

        var first = keyed(key, Form.of("pages", photo));
        var again = keyed(key, Form.of("pages", photo));
        var other = keyed(key, Form.of("pages", Samples.jpeg(64, 65)));

        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().get("code").asString()).isEqualTo("idempotency-mismatch");
        assertThat(count(school, "select count(*) from submissions")).isEqualTo(1);
        assertThat(objects(school)).isEqualTo(1);
    }

    @Test
    void givesTheKeyBackWhenTheUploadIsRefused() {
        var key = UUID.randomUUID().toString();
        var bad = "no photo".getBytes(UTF_8);

        assertThat(keyed(key, Form.of("pages", bad)).status()).isEqualTo(415);
        assertThat(keyed(key, Form.of("pages", bad)).status()).isEqualTo(415);
        assertThat(keyed(key, Form.of("pages", Samples.jpeg(64, 64))).status()).isEqualTo(202);
    }

    private static String path(String url) {
        return url.substring(url.indexOf("/api/v1"));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    private Reply keyed(String key, Form form) {
        return form.send(
                http().as(school.token(school.student())).header("Idempotency-Key", key),
                "POST",
                school.assignmentPath() + "/submissions");
    }
}
