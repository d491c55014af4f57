package io.hongbi.grading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.event.PageRead;
import io.hongbi.common.event.PageReceived;
import io.hongbi.common.id.PageId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.id.Uuids;
import io.hongbi.common.layout.Proof;
import io.hongbi.common.reading.Quality;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.common.storage.ObjectStore;
import io.hongbi.platform.event.EventJson;
import io.hongbi.platform.security.Role;
import io.hongbi.platform.security.TestTokens;
import io.hongbi.platform.trace.Traces;
import io.hongbi.testsupport.KafkaServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
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

    @TempDir static Path objects;

    @Autowired ObjectStore store;
    @Autowired EventJson json;
    @Autowired KafkaTemplate<String, byte[]> kafka;
    @LocalServerPort int port;
    @LocalManagementPort int managementPort;

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) throws Exception {
        KafkaServer.shared().register(registry::add);
        registry.add("hongbi.security.issuer", () -> TestTokens.ISSUER);
        registry.add("hongbi.security.jwk-set-uri", TestTokens::jwkSetUri);
        registry.add("hongbi.object-store.root", objects::toString);
        try (var admin = Admin.create(servers())) {
            var topics =
                    List.of(PageReceived.TOPIC, PageReceived.DEAD_LETTER_TOPIC, PageRead.TOPIC);
            admin.createTopics(
                            topics.stream().map(name -> new NewTopic(name, 1, (short) 1)).toList())
                    .all()
                    .get();
        }
    }

    @Test
    void readsAPageInTheTraceOfItsUploadAndTellsOperators() throws Exception {
        var received = received();
        store.put(received.photo(), darkPhoto(), "image/jpeg");
        var record =
                new ProducerRecord<>(
                        PageReceived.TOPIC, received.pageId().toString(), json.write(received));
        record.headers()
                .add(Traces.TRACEPARENT, ("00-" + TRACE + "-b7ad6b7169203331-01").getBytes(UTF_8));

        kafka.getProducerFactory().createProducer().send(record).get();

        var published = awaitReading();
        assertThat(published.key()).isEqualTo(received.submissionId().toString());
        assertThat(new String(published.headers().lastHeader(Traces.TRACEPARENT).value(), UTF_8))
                .startsWith("00-" + TRACE + "-")
                .doesNotContain("b7ad6b7169203331");
        var read = json.read(published.value(), PageRead.class);
        assertThat(read.pageId()).isEqualTo(received.pageId());
        assertThat(read.reading().quality().verdict()).isEqualTo(Quality.Verdict.RETAKE);
        assertThat(read.preview())
                .isNotNull()
                .satisfies(key -> assertThat(store.head(key)).isPresent());
        assertThat(get("/actuator/health/liveness")).contains("UP");
        assertThat(get("/actuator/prometheus"))
                .contains("hongbi_grading_page_seconds_count")
                .contains("hongbi_grading_workers_busy");
    }

    @Test
    void provesNoSheetWithoutATokenAndTakesOneWithIt() throws Exception {
        var uri = URI.create("http://127.0.0.1:" + port + Proof.PATH);
        var request =
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"));
        var teacher = TestTokens.token(UUID.randomUUID(), UUID.randomUUID(), Role.TEACHER);
        try (var client = HttpClient.newHttpClient()) {
            var unknown = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var known =
                    client.send(
                            request.header("Authorization", "Bearer " + teacher).build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(unknown.statusCode()).isEqualTo(401);
            assertThat(known.statusCode()).isEqualTo(400);
            assertThat(known.body()).contains("proof-incomplete");
        }
    }

    private static PageReceived received() {
        return new PageReceived(
                Uuids.next(),
                Instant.now(),
                SchoolId.next(),
                SubmissionId.next(),
                PageId.next(),
                1,
                new ObjectKey("schools/s/photos/dark.jpg"),
                AssignmentKind.NOTES);
    }

    private static byte[] darkPhoto() throws IOException {
        var image = new BufferedImage(1200, 1600, BufferedImage.TYPE_INT_RGB);
        var file = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", file);
        return file.toByteArray();
    }

    private static ConsumerRecord<String, byte[]> awaitReading() {
        var partition = new TopicPartition(PageRead.TOPIC, 0);
        List<ConsumerRecord<String, byte[]>> readings = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(
                        servers(), new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(500)).forEach(readings::add);
                        return !readings.isEmpty();
                    });
        }
        return readings.getFirst();
    }

    private static Map<String, Object> servers() {
        return Map.of("bootstrap.servers", KafkaServer.shared().bootstrapServers());
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
