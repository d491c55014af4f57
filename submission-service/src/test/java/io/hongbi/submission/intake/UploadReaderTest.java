package io.hongbi.submission.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.hongbi.submission.intake.IntakeRefusal.Malformed;
import io.hongbi.submission.intake.IntakeRefusal.TooLarge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;

class UploadReaderTest {

    private static final String DELIMITER = "\r\n--frontier";
    private static final int MAX_PAGE_BYTES = 200_000;

    @TempDir private Path folder;
    private Spool spool;
    private UploadReader reader;

    @BeforeEach
    void open() {
        spool = new Spool(folder, 10_000_000);
        reader = new UploadReader(spool, MAX_PAGE_BYTES);
    }

    @Test
    void keepsEveryByteWhereverAPieceEndsAndWhateverLooksLikeADelimiter() throws IOException {
        var random = new Random(7);
        for (int length = 65_300; length < 65_560; length += 3) {
            var first = bytesWithBitsOfDelimiters(random, length);
            var second = bytesWithBitsOfDelimiters(random, 1 + random.nextInt(1000));

            try (var upload = reader.read(form(first, second), "pages", 2)) {
                assertThat(content(upload, 0)).isEqualTo(first);
                assertThat(content(upload, 1)).isEqualTo(second);
            }
        }
        assertThat(spool.usedBytes()).isZero();
    }

    @Test
    void passesOverPartsOfOtherNames() throws IOException {
        var other = part("x".repeat(MAX_PAGE_BYTES + 1)).replace("pages", "note");
        var body = "--frontier" + other + DELIMITER + part("photo") + DELIMITER + "--\r\n";

        try (var upload = reader.read(request(body), "pages", 1)) {
            assertThat(upload.files()).hasSize(1);
            assertThat(content(upload, 0)).isEqualTo("photo");
        }
    }

    @Test
    void leavesNothingOfAFormThatBreaksOffAnywhere() throws IOException {
        var whole = Objects.requireNonNull(form("one", "two").getContentAsString());
        for (int end = 0; end < whole.indexOf(DELIMITER + "--"); end++) {
            var broken = request(whole.substring(0, end));

            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> reader.read(broken, "pages", 5))
                    .satisfies(e -> assertThat(e.refusal()).isEqualTo(new Malformed()));
            assertThat(spool.usedBytes()).isZero();
            assertThat(files()).isZero();
        }
    }

    @Test
    void refusesAPageTooManyOrTooLargeAndLeavesNothing() throws IOException {
        for (var request :
                new MockHttpServletRequest[] {
                    form("1", "2", "3"), form("1", "x".repeat(MAX_PAGE_BYTES + 1))
                }) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> reader.read(request, "pages", 2))
                    .satisfies(e -> assertThat(e.refusal()).isEqualTo(new TooLarge()));
            assertThat(spool.usedBytes()).isZero();
            assertThat(files()).isZero();
        }
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(f -> !f.endsWith("lock")).count();
        }
    }

    private static String content(Upload upload, int page) throws IOException {
        return Files.readString(upload.files().get(page).path(), ISO_8859_1);
    }

    private static String bytesWithBitsOfDelimiters(Random random, int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(DELIMITER, 0, random.nextInt(DELIMITER.length()));
            text.append((char) (128 + random.nextInt(128))); // never a delimiter's last byte
        }
        return text.substring(0, length);
    }

    private static MockHttpServletRequest form(String... pages) {
        var body = new StringBuilder("--frontier");
        for (String page : pages) {
            body.append(part(page)).append(DELIMITER);
        }
        return request(body.append("--\r\n").toString());
    }

    private static String part(String page) {
        return "\r\nContent-Disposition: form-data; name=\"pages\"; filename=\"a.jpg\"\r\n\r\n"
                + page;
    }

    private static MockHttpServletRequest request(String body) {
        var request = new MockHttpServletRequest();
        request.setContentType("multipart/form-data; boundary=frontier");
        request.setContent(body.getBytes(ISO_8859_1));
        request.setCharacterEncoding("ISO-8859-1");
        return request;
    }
}
