package io.hongbi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.local.client.Samples;
import io.hongbi.local.suite.SuiteSql;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalIT {

    private final RunningSuite suite = RunningSuite.shared();

    static Stream<Arguments> uploads() throws IOException {
        byte[] photo = new Samples(RunningSuite.shared().place()).good(4, 2).getFirst().bytes();
        return Stream.of(
                Arguments.of("text", List.of(utf8("my homework")), 415, "unsupported-image"),
                Arguments.of(
                        "HTML",
                        List.of(utf8("<!doctype html><script>alert(1)</script>")),
                        415,
                        "unsupported-image"),
                Arguments.of(
                        "SVG",
                        List.of(utf8("<svg xmlns='http://www.w3.org/2000/svg'/>")),
                        415,
                        "unsupported-image"),
                Arguments.of(
                        "a truncated JPEG",
                        List.of(Http.first(photo, photo.length / 2)),
                        422,
                        "unreadable-image"),
                Arguments.of("a bomb", List.of(bomb()), 422, "unreadable-image"),
                Arguments.of("21 pages", Collections.nCopies(21, photo), 413, "too-large"),
                Arguments.of("an empty part", List.of(new byte[0]), 400, "no-pages"),
                Arguments.of("no part", List.of(), 400, "no-pages"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("uploads")
    void leavesNoRowAndNoObject(String what, List<byte[]> files, int status, String code)
            throws IOException, SQLException {
        long rows = rows();
        long objects = objects();

        HttpResponse<String> refusal =
                new Http(suite.school().url(), suite.school().student())
                        .upload(
                                "/api/v1/assignments/%s/submissions"
                                        .formatted(suite.school().notesAssignment()),
                                files);

        assertThat(refusal.statusCode()).as(what + ": " + refusal.body()).isEqualTo(status);
        assertThat(Http.json(refusal).path("code").asString()).isEqualTo(code);
        assertThat(rows()).isEqualTo(rows);
        assertThat(objects()).isEqualTo(objects);
    }

    private long rows() throws SQLException {
        try (Connection connection = SuiteSql.open(suite.place());
                Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery(
                                "select (select count(*) from submission.pages)"
                                        + " + (select count(*) from submission.submissions)")) {
            count.next();
            return count.getLong(1);
        }
    }

    /** Photos only: readers may still be storing previews of what other tests handed in. */
    private long objects() throws IOException {
        Path folder = suite.place().local().resolve("objects");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("photos"))
                    .count();
        }
    }

    /** 100 megapixels in some kilobytes. */
    private static byte[] bomb() throws IOException {
        BufferedImage image = new BufferedImage(10_000, 10_000, BufferedImage.TYPE_BYTE_BINARY);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return png.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
