package io.hongbi.submission.flow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.id.PersonId;
import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.PagesIT;
import io.hongbi.submission.TestSchool;
import io.hongbi.submission.intake.image.Samples;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What is taken on at once, and what is cut off, by rules that change while the service runs. */
@DirtiesContext
class FlowIT extends PagesIT {

    private static final String LOOSE = rules("", "", "");

    @TempDir private static Path folder;

    @LocalServerPort private int port;
    private TestSchool school;

    @DynamicPropertySource
    static void rules(DynamicPropertyRegistry registry) throws IOException {
        var file = Files.writeString(folder.resolve("rules.json"), LOOSE);
        registry.add("hongbi.flow.rules", () -> file);
        registry.add("hongbi.flow.refresh", () -> "50ms");
    }

    @BeforeEach
    void school() {
        school = newSchool();
    }

    @Test
    void takesSoManyUploadsOfAPersonAtOnce() throws Exception {
        become(rules(concurrent("uploads", 1, 1), "", ""));
        try (var slow = untilRefused(school.student())) {
            assertThat(handIn(school, school.student2()).status()).isEqualTo(202);
            assertThat(reads(school).status()).isEqualTo(200);
            assertThat(slow.finish()).isEqualTo(202);
        }
        eventually("the place is free", () -> handIn(school, school.student()).status() == 202);
    }

    @Test
    void takesSoManyUploadsOfASchoolAtOnce() throws Exception {
        become(rules(concurrent("uploads", 0, 1), "", ""));
        var other = newSchool();
        try (var slow = untilRefused(school.student2())) {
            assertThat(handIn(other, other.student()).status()).isEqualTo(202);
            assertThat(slow.finish()).isEqualTo(202);
        }
    }

    @Test
    void takesNoMoreAtOnceThanTheProcessIsGoodFor() throws Exception {
        become(rules("", "", "{\"maxThread\": 0}"));
        try (var slow = new SlowUpload(school.student())) {
            var refused = new AtomicReference<Reply>();
            eventually(
                    "nothing else is taken",
                    () -> {
                        refused.set(reads(school));
                        return refused.get().status() != 200;
                    });

            assertRefused(refused.get(), 503, "unavailable", "1");
            assertThat(slow.finish()).isEqualTo(202);
        }
        eventually("there is room again", () -> reads(school).status() == 200);
    }

    @Test
    void leavesAStoreThatFailsAloneForAWhile() throws Exception {
        become(
                rules(
                        "",
                        "{\"resource\": \"object-store\", \"grade\": 1, \"count\": 0.5,"
                                + " \"minRequestAmount\": 3, \"statIntervalMs\": 5000,"
                                + " \"timeWindow\": 3}",
                        ""));
        var incoming = FILES.resolve("objects/incoming");
        var aside = Files.move(incoming, FILES.resolve("aside"));
        Files.writeString(incoming, "no folder");
        var refused = new AtomicReference<Reply>();
        try {
            assertThat(handIn(school, school.student()).header("Retry-After")).isEqualTo("5");
            eventually(
                    "it is cut off",
                    () -> {
                        refused.set(handIn(school, school.student()));
                        return "3".equals(refused.get().header("Retry-After"));
                    });
        } finally {
            Files.delete(incoming);
            Files.move(aside, incoming);
        }

        assertRefused(refused.get(), 503, "unavailable", "3");
        assertRefused(handIn(school, school.student()), 503, "unavailable", "3");
        assertThat(count(school, "select count(*) from pages")).isZero();
        assertThat(spooled()).isZero();
        eventually("it is asked again", () -> handIn(school, school.student()).status() == 202);
    }

    private Reply handIn(TestSchool to, PersonId student) {
        return handIn(to, student, Samples.jpeg(64, 64));
    }

    private Reply reads(TestSchool of) {
        return http().as(of.token(of.student())).get("/api/v1/me");
    }

    /**
     * A slow upload beside which another one is refused. On a busy machine it may come before the
     * rules count, or be the one that is refused: then it is tried again.
     */
    private SlowUpload untilRefused(PersonId student) throws Exception {
        for (int tries = 1; ; tries++) {
            var slow = new SlowUpload(school.student());
            Thread.sleep(200L * tries);
            var reply = handIn(school, student);
            if (reply.status() != 202 || tries == 8) {
                assertRefused(reply, 429, "too-many-requests", "1");
                return slow;
            }
            slow.close();
        }
    }

    private static void assertRefused(Reply reply, int status, String code, String retryAfter) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().get("code").asString()).isEqualTo(code);
        assertThat(reply.header("Retry-After")).isEqualTo(retryAfter);
    }

    /** Writes rules and gives the service time to take them. */
    private static void become(String rules) throws Exception {
        Files.writeString(folder.resolve("rules.json"), rules);
        Thread.sleep(300);
    }

    private static String concurrent(String budget, int parameter, int count) {
        return "{\"resource\": \"%s\", \"grade\": 0, \"paramIdx\": %d, \"count\": %d}"
                .formatted(budget, parameter, count);
    }

    private static String rules(String paramFlow, String breakers, String system) {
        return "{\"flow\": [], \"paramFlow\": [%s], \"breakers\": [%s], \"system\": [%s]}"
                .formatted(paramFlow, breakers, system);
    }

    /** An upload of which only the beginning has come. */
    private final class SlowUpload implements AutoCloseable {

        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        private final byte[] photo = Samples.jpeg(64, 64);

        SlowUpload(PersonId student) throws IOException {
            socket.setSoTimeout(10_000);
            var begin = "--x\r\nContent-Disposition: form-data; name=\"pages\"\r\n\r\n";
            var end = "\r\n--x--\r\n";
            var head =
                    """
                    POST %s/submissions HTTP/1.1\r
                    Host: localhost\r
                    Authorization: Bearer %s\r
                    Content-Type: multipart/form-data; boundary=x\r
                    Content-Length: %d\r
                    \r
                    """
                            .formatted(
                                    school.assignmentPath(),
                                    school.token(student),
                                    begin.length() + photo.length + end.length());
            socket.getOutputStream().write((head + begin).getBytes(UTF_8));
        }

        /** Sends the rest; the answer's status. */
        int finish() throws IOException {
            socket.getOutputStream().write(photo);
            socket.getOutputStream().write("\r\n--x--\r\n".getBytes(UTF_8));
            var answer = new String(socket.getInputStream().readNBytes(12), UTF_8);
            return Integer.parseInt(answer.substring(9));
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
