package io.hongbi.notification.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hongbi.common.event.SubmissionChanged;
import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.id.Uuids;
import io.hongbi.platform.event.EventJson;
import io.hongbi.platform.security.Role;
import io.hongbi.platform.security.TestTokens;
import io.hongbi.testsupport.KafkaServer;
import io.hongbi.testsupport.PostgresServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "hongbi.topics.partitions=2"})
class InboxIT {

    private static final PostgresServer.Database DATABASE = PostgresServer.shared().freshDatabase();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final SchoolId school = SchoolId.next();
    private final PersonId student = PersonId.next();
    private final HttpClient client = HttpClient.newHttpClient();
    @Autowired private KafkaTemplate<String, byte[]> kafka;
    @Autowired private EventJson json;
    @Autowired private JdbcClient jdbc;
    @Autowired private DeadLetters deadLetters;
    @LocalServerPort private int port;

    @TestConfiguration(proxyBeanMethods = false)
    static class Parts {

        @Bean
        NewTopic submissionChanged() {
            return new NewTopic(SubmissionChanged.TOPIC, 2, (short) 1);
        }

        @Bean
        DeadLetters deadLetters() {
            return new DeadLetters();
        }
    }

    static class DeadLetters {

        private final List<String> seen = new ArrayList<>();

        @KafkaListener(topics = DeliveryConfiguration.DEAD_LETTERS, groupId = "test")
        synchronized void on(byte[] message) {
            seen.add(new String(message, UTF_8));
        }

        synchronized List<String> seen() {
            return List.copyOf(seen);
        }
    }

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry registry) {
        DATABASE.register("hongbi_notification", registry::add);
        KafkaServer.shared().register(registry::add);
        registry.add("hongbi.security.issuer", () -> TestTokens.ISSUER);
        registry.add("hongbi.security.jwk-set-uri", TestTokens::jwkSetUri);
    }

    @Test
    void tellsTheStudentOnceHoweverOftenTheEventComes() throws Exception {
        var event = graded(1);
        var sameVersion = graded(event.submissionId(), 1);

        send(event, event, sameVersion, event);
        var last = graded(2);
        send(last);

        assertThat(itemsOnceThereAre(2))
                .extracting(item -> item.get("submissionId").asString())
                .containsExactlyInAnyOrder(
                        event.submissionId().toString(), last.submissionId().toString());
    }

    @Test
    void keepsTheTraceTheAnnouncementCameWith() throws Exception {
        var event = graded(3);
        var message = new ProducerRecord<>(SubmissionChanged.TOPIC, "k", json.write(event));
        message.headers()
                .add("traceparent", ("00-" + TRACE + "-b7ad6b7169203331-01").getBytes(UTF_8));

        withoutObservation().send(message).get();

        var item = itemsOnceThereAre(1).getFirst();
        assertThat(item.get("traceId").asString()).isEqualTo(TRACE);
        assertThat(item.get("state").asString()).isEqualTo("graded");
        assertThat(item.get("at").asString()).isEqualTo(event.occurredAt().toString());
    }

    @Test
    void setsARecordAsideThatCannotBeReadAndGoesOn() throws Exception {
        var poison = "no event " + student;
        var sent = Instant.now();

        kafka.send(SubmissionChanged.TOPIC, 0, "k", poison.getBytes(UTF_8)).get();
        kafka.send(SubmissionChanged.TOPIC, 0, "k", json.write(graded(4))).get();

        assertThat(itemsOnceThereAre(1)).hasSize(1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deadLetters.seen()).containsOnlyOnce(poison));
        assertThat(Duration.between(sent, Instant.now()))
                .as("at once: five attempts would take more than six seconds")
                .isLessThan(Duration.ofSeconds(5));
    }

    @ParameterizedTest
    @EnumSource(names = {"RECEIVED", "READING", "FAILED"})
    void isSilentAboutWhatIsNoNews(SubmissionState state) throws Exception {
        var event = changed(SubmissionId.next(), 1, state);
        send(event);
        send(graded(event.submissionId(), 2));

        assertThat(itemsOnceThereAre(1)).hasSize(1);
    }

    @Test
    void showsNobodyElsesInbox() throws Exception {
        send(graded(5));
        itemsOnceThereAre(1);

        assertThat(items(get("", school, PersonId.next()))).isEmpty();
        assertThat(items(get("", SchoolId.next(), student))).isEmpty();
    }

    @Test
    void showsNoRowToWhoNamesNoSchool() throws Exception {
        send(graded(6));
        itemsOnceThereAre(1);

        assertThat(jdbc.sql("select count(*) from inbox_entries").query(Long.class).single())
                .isZero();
    }

    @Test
    void turnsPagesByCursorNewestFirst() throws Exception {
        for (var version = 1; version <= 5; version++) {
            send(graded(version));
        }
        itemsOnceThereAre(5);

        var first = get("?limit=3", school, student);
        var link = first.headers().firstValue("Link").orElseThrow();
        var second = get("?" + link.replaceAll(".*\\?(.*)>.*", "$1"), school, student);

        var versions = new ArrayList<Integer>();
        items(first).forEach(item -> versions.add(item.get("version").asInt()));
        items(second).forEach(item -> versions.add(item.get("version").asInt()));
        assertThat(versions).containsExactly(5, 4, 3, 2, 1);
        assertThat(link).startsWith("</api/v1/me/inbox?").endsWith("rel=\"next\"");
        assertThat(tree(second).get("nextCursor").isNull()).isTrue();
    }

    @Test
    void refusesLimitsAndCursorsThatAreNone() throws Exception {
        for (var query : List.of("?limit=0", "?limit=201", "?limit=x", "?cursor=x")) {
            var answer = get(query, school, student);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(tree(answer).at("/errors/0/pointer").asString())
                    .isEqualTo(query.replaceAll("\\?(.*)=.*", "/$1"));
        }
    }

    @Test
    void asksForAToken() throws Exception {
        var uri = URI.create("http://127.0.0.1:" + port + "/api/v1/me/inbox");
        var answer =
                client.send(
                        HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void describesItsPartOfTheApi() throws Exception {
        var uri = URI.create("http://127.0.0.1:" + port + "/v3/api-docs");
        var answer =
                client.send(
                        HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(tree(answer).at("/paths/~1api~1v1~1me~1inbox/get/responses/200").isMissingNode())
                .isFalse();
    }

    private KafkaTemplate<String, byte[]> withoutObservation() {
        return new KafkaTemplate<>(kafka.getProducerFactory());
    }

    private SubmissionChanged graded(long version) {
        return graded(SubmissionId.next(), version);
    }

    private SubmissionChanged graded(SubmissionId submission, long version) {
        return changed(submission, version, SubmissionState.GRADED);
    }

    private SubmissionChanged changed(
            SubmissionId submission, long version, SubmissionState state) {
        return new SubmissionChanged(
                Uuids.next(),
                Instant.parse("2026-11-20T13:50:00.123Z"),
                school,
                submission,
                AssignmentId.next(),
                student,
                1,
                version,
                state);
    }

    private void send(SubmissionChanged... events) throws Exception {
        for (var event : events) {
            kafka.send(SubmissionChanged.TOPIC, 0, "same order", json.write(event)).get();
        }
    }

    private List<JsonNode> itemsOnceThereAre(int count) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> items(get("", school, student)), items -> items.size() >= count);
    }

    private HttpResponse<String> get(String query, SchoolId ofSchool, PersonId person)
            throws Exception {
        var token = TestTokens.token(person.value(), ofSchool.value(), Role.STUDENT);
        var uri = URI.create("http://127.0.0.1:" + port + "/api/v1/me/inbox" + query);
        return client.send(
                HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static List<JsonNode> items(HttpResponse<String> answer) {
        return List.copyOf(tree(answer).get("items").values());
    }

    private static JsonNode tree(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
