package io.hongbi.submission.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.PagesIT;
import io.hongbi.submission.TestSchool;
import io.hongbi.submission.intake.image.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

class IntakeIT extends PagesIT {

    @Autowired private Spool spool;
    @LocalServerPort private int port;

    private TestSchool school;

    @BeforeEach
    void school() {
        school = newSchool();
    }

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
    void refusesTheWrongRoleBeforeTheContentType() {
        var path = school.assignmentPath() + "/submissions";

        assertThat(http().as(school.token(school.admin())).post(path, "{}").status())
                .isEqualTo(403);
        assertThat(http().as(school.token(school.outsider())).post(path, "{}").status())
                .isEqualTo(404);
        var json = http().as(school.token(school.student())).post(path, "{}");
        assertThat(json.status()).isEqualTo(415);
        assertThat(json.json().get("code").asString()).isEqualTo("unsupported-media-type");
    }

    @Test
    void refusesWhatIsNoUsablePhotoAndLeavesNothing() throws IOException {
        var jpeg = Samples.jpeg(320, 200);
        refused(400, "no-pages", Form.of("pages"));
        refused(400, "no-pages", Form.of("photos", jpeg));
        refused(400, "no-pages", Form.of("pages", jpeg, new byte[0]));
        refused(413, "too-large", Form.of("pages", new byte[20 * 1024 * 1024 + 1]));
        refused(
                413,
                "too-large",
                Form.of(
                        "pages",
                        IntStream.range(0, 21).mapToObj(_ -> jpeg).toArray(byte[][]::new)));
        refused(415, "unsupported-image", Form.of("pages", jpeg, "plain text".getBytes(UTF_8)));
        refused(415, "unsupported-image", Form.of("pages", "<!doctype html>".getBytes(UTF_8)));
        refused(415, "unsupported-image", Form.of("pages", "<svg/>".getBytes(UTF_8)));
        refused(415, "unsupported-image", Form.of("pages", "%PDF-1.7".getBytes(UTF_8)));
        refused(422, "unreadable-image", Form.of("pages", Arrays.copyOf(jpeg, jpeg.length / 2)));
        refused(422, "unreadable-image", Form.of("pages", Samples.pngBomb(10_000, 10_000)));
    }

    @Test
    void tellsWhatToDoAboutAHeicPhoto() {
        var heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(UTF_8);

        var reply =
                Form.of("pages", heic)
                        .send(
                                http().as(school.token(school.student()))
                                        .header("Accept-Language", "en"),
                                "POST",
                                school.assignmentPath() + "/submissions");

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.json().get("detail").asString())
                .startsWith("Page 1 is a HEIC file.")
                .contains("Most compatible");
    }

    @Test
    void refusesAFormThatBreaksOff() throws IOException {
        var reply =
                http().as(school.token(school.student()))
                        .post(
                                school.assignmentPath() + "/submissions",
                                "multipart/form-data; boundary=x",
                                "--x\r\nContent-Disposition: form-data; name=\"pages\"\r\n\r\nhalf"
                                        .getBytes(UTF_8));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("code").asString()).isEqualTo("malformed");
        nothingIsLeft();
    }

    @Test
    void letsInOnlyWhomItConcerns() throws IOException {
        var other = newSchool();
        var path = school.assignmentPath() + "/submissions";
        var photo = Samples.jpeg(64, 64);

        assertThat(Form.of("pages", photo).send(http(), "POST", path).status()).isEqualTo(401);
        assertThat(status(school.token(school.ops()), path)).isEqualTo(403);
        assertThat(status(school.token(school.admin()), path)).isEqualTo(403);
        assertThat(status(school.token(school.outsider()), path)).isEqualTo(404);
        assertThat(status(other.token(other.student()), path)).isEqualTo(404);
        assertThat(status(school.token(school.teacher()), path)).isEqualTo(400);
        assertThat(status(school.token(school.teacher()), path + "?studentId=" + school.outsider()))
                .isEqualTo(404);
        assertThat(
                        status(
                                school.token(school.otherTeacher()),
                                path + "?studentId=" + school.student()))
                .isEqualTo(404);
        assertThat(status(school.token(school.student()), path + "?studentId=" + school.student2()))
                .isEqualTo(403);
        nothingIsLeft();
        assertThat(status(school.token(school.teacher()), path + "?studentId=" + school.student()))
                .isEqualTo(202);
    }

    @Test
    void takesNothingBeforeOpeningAndAfterClosing() throws IOException {
        change("closes_at = now() - interval '1 minute', opens_at = now() - interval '1 hour'");
        refused(409, "assignment-closed", Form.of("pages", Samples.jpeg(64, 64)));

        change("closes_at = null, opens_at = now() + interval '1 hour'");
        refused(409, "assignment-closed", Form.of("pages", Samples.jpeg(64, 64)));
    }

    @Test
    void decidesBeforeAByteOfTheBodyCame() throws IOException {
        var path = school.assignmentPath() + "/submissions";
        assertThat(statusOfHeadersAlone(path, "")).isEqualTo(401);
        assertThat(statusOfHeadersAlone(path, school.token(school.ops()))).isEqualTo(403);
        assertThat(statusOfHeadersAlone(path, school.token(school.outsider()))).isEqualTo(404);

        change("opens_at = now() + interval '1 hour'");
        assertThat(statusOfHeadersAlone(path, school.token(school.student()))).isEqualTo(409);
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

    private void refused(int status, String code, Form form) throws IOException {
        var reply =
                form.send(
                        http().as(school.token(school.student())),
                        "POST",
                        school.assignmentPath() + "/submissions");

        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().get("code").asString()).isEqualTo(code);
        assertThat(reply.json().get("type").asString()).isEqualTo("urn:hongbi:problem:" + code);
        nothingIsLeft();
    }

    /** Announces a body that never comes. */
    private int statusOfHeadersAlone(String path, String token) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            var head =
                    """
                    POST %s HTTP/1.1\r
                    Host: localhost\r
                    %s\
                    Content-Type: multipart/form-data; boundary=x\r
                    Content-Length: 1000000\r
                    \r
                    """
                            .formatted(
                                    path,
                                    token.isEmpty()
                                            ? ""
                                            : "Authorization: Bearer " + token + "\r\n");
            socket.getOutputStream().write(head.getBytes(UTF_8));
            var answer = new String(socket.getInputStream().readNBytes(12), UTF_8);
            return Integer.parseInt(answer.substring(9));
        }
    }

    private void nothingIsLeft() throws IOException {
        assertThat(count(school, "select count(*) from submissions")).isZero();
        assertThat(count(school, "select count(*) from pages")).isZero();
        assertThat(count(school, "select count(*) from outbox")).isZero();
        assertThat(objects(school)).isZero();
        assertThat(spooled()).isZero();
        assertThat(spool.usedBytes()).isZero();
    }

    private int status(String token, String path) {
        return Form.of("pages", Samples.jpeg(64, 64)).send(http().as(token), "POST", path).status();
    }

    private Reply keyed(String key, Form form) {
        return form.send(
                http().as(school.token(school.student())).header("Idempotency-Key", key),
                "POST",
                school.assignmentPath() + "/submissions");
    }

    private void change(String columns) {
        tenant.in(
                school.id(),
                () -> {
                    jdbc.sql("update assignments set " + columns + " where id = ?")
                            .param(school.assignment().value())
                            .update();
                });
    }

    private static String path(String url) {
        return url.substring(url.indexOf("/api/v1"));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
