package io.hongbi.grading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.layout.Proof;
import io.hongbi.common.reading.Quality;
import io.hongbi.common.storage.ObjectStore;
import io.hongbi.platform.security.Role;
import io.hongbi.platform.security.TestTokens;
import io.hongbi.platform.trace.Traces;
import io.hongbi.testsupport.KafkaServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole service: an event and a photo in, a reading and a preview out. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "hongbi.object-store.signing-key=c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldC0="
        })
@DirtiesContext // stops the workers before the broker goes
class GradingServiceIT {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private static final AnnouncedPages PAGES = new AnnouncedPages(KafkaServer.shared());

    @TempDir static Path objects;

    @Autowired ObjectStore store;
    @LocalServerPort int port;
    @LocalManagementPort int managementPort;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) throws Exception {
        KafkaServer.shared().register(registry::add);
        registry.add("hongbi.security.issuer", () -> TestTokens.ISSUER);
        registry.add("hongbi.security.jwk-set-uri", TestTokens::jwkSetUri);
        registry.add("hongbi.object-store.root", objects::toString);
        PAGES.makeTopics();
    }

    @Test
    void readsAPageInTheTraceOfItsUploadAndTellsOperators() throws Exception {
        var received = PAGES.photographed(store);
        byte[] parent = ("00-" + TRACE + "-b7ad6b7169203331-01").getBytes(UTF_8);

        PAGES.announce(received, new RecordHeader(Traces.TRACEPARENT, parent));

        var published = PAGES.awaitReading(received);
        assertThat(published.key()).isEqualTo(received.submissionId().toString());
        assertThat(new String(published.headers().lastHeader(Traces.TRACEPARENT).value(), UTF_8))
                .startsWith("00-" + TRACE + "-")
                .doesNotContain("b7ad6b7169203331");
        var read = PAGES.read(published);
        assertThat(read.pageId()).isEqualTo(received.pageId());
        assertThat(read.reading().quality().verdict()).isEqualTo(Quality.Verdict.RETAKE);
        assertThat(read.preview())
                .isNotNull()
                .satisfies(key -> assertThat(store.head(key)).isPresent());
        assertThat(get("/actuator/health/liveness")).contains("UP");
        assertThat(get("/actuator/prometheus"))
                .contains("hongbi_grading_page_seconds_count")
                .contains("hongbi_grading_workers_busy")
                .contains("kafka_producer_record_send_total");
    }

    @Test
    void provesSheetsForTeachersOnly() throws Exception {
        var uri = URI.create("http://127.0.0.1:" + port + Proof.PATH);
        var request =
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"));
        var student = TestTokens.token(UUID.randomUUID(), UUID.randomUUID(), Role.STUDENT);
        var teacher = TestTokens.token(UUID.randomUUID(), UUID.randomUUID(), Role.TEACHER);
        try (var client = HttpClient.newHttpClient()) {
            var unknown = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var wrong =
                    client.send(
                            request.setHeader("Authorization", "Bearer " + student).build(),
                            HttpResponse.BodyHandlers.ofString());
            var known =
                    client.send(
                            request.setHeader("Authorization", "Bearer " + teacher).build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(unknown.statusCode()).isEqualTo(401);
            assertThat(wrong.statusCode()).isEqualTo(403);
            assertThat(known.statusCode()).isEqualTo(400);
            assertThat(known.body()).contains("proof-incomplete");
        }
    }

    private String get(String path) throws Exception {
        var uri = URI.create("http://127.0.0.1:" + managementPort + path);
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(uri).build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
