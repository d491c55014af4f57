package io.hongbi.submission.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.intake.image.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Uploads that are not taken. */
class RefusalIT extends IntakeFixture {

    @LocalServerPort private int port;

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
}
