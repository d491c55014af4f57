package io.hongbi.submission.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.event.PageRead;
import io.hongbi.common.event.PageReceived;
import io.hongbi.common.event.SubmissionChanged;
import io.hongbi.common.id.PageId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.id.Uuids;
import io.hongbi.common.reading.Completion;
import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Homework;
import io.hongbi.common.reading.PageReading;
import io.hongbi.common.reading.Photo;
import io.hongbi.common.reading.Quality;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.platform.event.EventJson;
import io.hongbi.submission.PagesIT;
import io.hongbi.submission.TestSchool;
import io.hongbi.submission.intake.Form;
import io.hongbi.submission.intake.image.Samples;
import io.hongbi.testsupport.KafkaServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import tools.jackson.databind.JsonNode;

class ReadingIT extends PagesIT {

    private static final byte[] PHOTO = Samples.jpeg(64, 64);
    private static final Quality OK = new Quality(Quality.Verdict.OK, List.of(), 0.8, 0.7);
    private static final Quality BLURRED =
            new Quality(Quality.Verdict.RETAKE, List.of(Quality.Reason.BLURRED), 0.1, 0.7);

    @Autowired private KafkaTemplate<String, byte[]> kafka;
    @Autowired private ProducerFactory<String, byte[]> producers;
    @Autowired private EventJson json;
    @Autowired private Readings readings;
    @Autowired private Sweeper sweeper;

    @LocalManagementPort private int managementPort;

    private TestSchool school;
    private JsonNode submission;

    @BeforeEach
    void submission() {
        school = newSchool();
        submission = accepted(handIn(school, school.student(), PHOTO));
    }

    @Test
    void announcesEachPageWithTheTraceOfItsUpload() {
        var traceId = "4bf92f3577b34da6a3ce929d0e0e4736";
        var reply =
                Form.of("pages", PHOTO, PHOTO)
                        .send(
                                http().as(school.token(school.student()))
                                        .header(
                                                "traceparent",
                                                "00-" + traceId + "-00f067aa0ba902b7-01"),
                                "POST",
                                school.assignmentPath() + "/submissions");
        var id = accepted(reply).get("id").asString();

        var records = received(PageReceived.TOPIC, id, 2);

        assertThat(records)
                .extracting(record -> json.read(record.value(), PageReceived.class))
                .allSatisfy(event -> {
                    assertThat(event.schoolId()).isEqualTo(school.id());
                    assertThat(event.kind()).isEqualTo(AssignmentKind.NOTES);
                })
                .extracting(PageReceived::number)
                .containsExactlyInAnyOrder(1, 2);
        assertThat(records)
                .extracting(record ->
                        new String(record.headers().lastHeader("traceparent").value(), UTF_8))
                .allSatisfy(traceparent -> assertThat(traceparent).contains(traceId));
        eventually("no message is left", () -> count(school, "select count(*) from outbox") == 0);
        eventually("it is being read", () -> stateOf(id).equals("reading"));
    }

    @Test
    void neverSendsAClientBackToAddressesThatHaveEnded() {
        var path = "/api/v1/submissions/" + submission.get("id").asString();
        var again =
                http().as(school.token(school.student()))
                        .header("If-None-Match", "\"1\", \"2\", \"3\"")
                        .get(path);

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).matches("\"[0-9]+\"");
        assertThat(again.header("Cache-Control")).contains("no-store");
    }

    @Test
    void keepsAReadingAndShowsAllOfIt() {
        send(read(0, "2026.11.1+page1", OK));

        var view = eventuallyIn("released");

        var page = view.get("pages").get(0);
        assertThat(page.get("state").asString()).isEqualTo("read");
        assertThat(page.get("previewUrl").asString()).contains("/previews/");
        var reading = page.get("reading");
        assertThat(reading.get("readerVersion").asString()).isEqualTo("2026.11.1+page1");
        assertThat(reading.get("photo").get("orientation").asInt()).isEqualTo(6);
        assertThat(reading.get("quality").get("verdict").asString()).isEqualTo("ok");
        assertThat(reading.get("homework").get("confidence").asDouble()).isEqualTo(0.998);
        assertThat(reading.get("completion").get("share").asDouble()).isEqualTo(0.62);
        assertThat(reading.get("items").isEmpty()).isTrue();
        assertThat(view.get("marks").isEmpty()).isTrue();
        var told = received(SubmissionChanged.TOPIC, submission.get("id").asString(), 1);
        assertThat(json.read(told.getFirst().value(), SubmissionChanged.class).version())
                .isEqualTo(view.get("version").asLong());
    }

    @Test
    void goesOnWithTheTraceOfAReading() throws Exception {
        var traceId = "0af7651916cd43dd8448eb211c80319c";
        var event = read(0, "r1", OK);
        var record = new ProducerRecord<>(PageRead.TOPIC, id(), json.write(event));
        record.headers()
                .add("traceparent", ("00-" + traceId + "-b7ad6b7169203331-01").getBytes(UTF_8));
        try (var producer = producers.createProducer()) { // the template would start a trace
            producer.send(record).get();
        }

        var told = received(SubmissionChanged.TOPIC, id(), 1).getFirst();

        assertThat(new String(told.headers().lastHeader("traceparent").value(), UTF_8))
                .contains(traceId);
    }

    @Test
    void countsWhatIsUnreadInTheDatabase() {
        var metrics = metrics();

        assertThat(metrics)
                .contains("hongbi_pages_unread")
                .contains("hongbi_pages_oldest_unread_age_seconds")
                .contains("hongbi_drain_seconds")
                .contains("hongbi_outbox_pending")
                .contains("hongbi_intake_seconds_count")
                .contains("hongbi_store_seconds_count")
                .contains("hongbi_relay_seconds_count")
                .contains("hongbi_accepted_to_read_seconds_count");
        assertThat(metrics.lines().filter(line -> line.startsWith("hongbi_pages_unread{")))
                .singleElement()
                .satisfies(line ->
                        assertThat(Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                                .isGreaterThanOrEqualTo(1));
    }

    @Test
    void keepsAReadingOnceHoweverOftenItComes() {
        send(read(0, "r1", OK));
        var version = eventuallyIn("released").get("version").asLong();

        for (int i = 0; i < 3; i++) {
            readings.add(read(0, "r1", OK));
        }

        assertThat(view(school, school.student(), submission).get("version").asLong())
                .isEqualTo(version);
        assertThat(count(school, "select count(*) from readings")).isEqualTo(1);
    }

    @Test
    void asksForARetakeAndTakesItWithoutHarmByLateReadings() {
        send(read(0, "r1", BLURRED));
        var blurred = eventuallyIn("retake");
        assertThat(blurred.get("pages").get(0).get("state").asString()).isEqualTo("retake");
        var old = read(0, "r2", OK);

        var retaken =
                accepted(
                        Form.of("page", Samples.jpeg(80, 80))
                                .send(
                                        http().as(school.token(school.student()))
                                                .header("If-Match", etag(blurred)),
                                        "PUT",
                                        path() + "/pages/1"));
        readings.add(old);

        assertThat(retaken.get("state").asString()).isEqualTo("received");
        assertThat(pageId(retaken, 0)).isNotEqualTo(pageId(blurred, 0));
        eventually("it is announced", () -> stateOf(id()).equals("reading"));
        submission = retaken;
        send(read(0, "r1", OK));
        eventuallyIn("released");
        assertThat(count(school, "select count(*) from pages")).isEqualTo(2);
    }

    @Test
    void refusesARetakeOfAnOldVersionOrOfNoPage() {
        assertThat(retake(path() + "/pages/1", "\"99\"")).isEqualTo(412);
        assertThat(retake(path() + "/pages/2", "*")).isEqualTo(404);
        assertThat(objects(school)).isEqualTo(1);
    }

    @Test
    void failsAPageThatTheWorkersGaveUpUntilAReadingComes() {
        var record =
                new ProducerRecord<>(
                        PageReceived.DEAD_LETTER_TOPIC,
                        pageId(submission, 0).toString(),
                        json.write(receivedEvent()));
        record.headers().add(PageListener.CAUSE, "unreadable-object".getBytes(UTF_8));
        kafka.send(record).join();

        var failed = eventuallyIn("failed");

        assertThat(failed.get("pages").get(0).get("state").asString()).isEqualTo("failed");
        send(read(0, "r1", OK));
        eventuallyIn("released");
    }

    @Test
    void putsAsideWhatIsNoReadingAndGoesOn() {
        kafka.send(PageRead.TOPIC, id(), "no json".getBytes(UTF_8)).join();
        kafka.send(PageRead.TOPIC, id(), json.write(stranger())).join();
        send(read(0, "r1", OK));

        eventuallyIn("released");

        assertThat(received(PageRead.TOPIC + ".dlt", "no json", 1)).hasSize(1);
    }

    @Test
    void announcesPagesAgainThatNeverCameBack() {
        eventually("it is announced", () -> stateOf(id()).equals("reading"));
        tenant.in(
                school.id(),
                () -> {
                    jdbc.sql("update pages set sweep_at = now() - interval '1 s'").update();
                });

        sweeper.sweep();

        eventually(
                "it was announced twice",
                () -> count(school, "select max(announcements) from pages") == 2);
        var records = received(PageReceived.TOPIC, id(), 2);
        assertThat(records)
                .extracting(record -> json.read(record.value(), PageReceived.class).eventId())
                .containsOnly(pageId(submission, 0));
        assertThat(count(school, "select count(*) from pages where sweep_at > now() + '100 s'"))
                .isEqualTo(1);
    }

    @Test
    void showsASubmissionOnlyToWhomItConcerns() {
        var other = newSchool();

        assertThat(http().get(path()).status()).isEqualTo(401);
        assertThat(status(school.token(school.student()), path())).isEqualTo(200);
        assertThat(status(school.token(school.teacher()), path())).isEqualTo(200);
        assertThat(status(school.token(school.admin()), path())).isEqualTo(200);
        assertThat(status(school.token(school.student2()), path())).isEqualTo(404);
        assertThat(status(school.token(school.otherTeacher()), path())).isEqualTo(404);
        assertThat(status(other.token(other.teacher()), path())).isEqualTo(404);
        assertThat(status(other.token(other.admin()), path())).isEqualTo(404);
        assertThat(status(school.token(school.ops()), path())).isEqualTo(403);
        assertThat(status(school.token(school.ops()), path() + "/events")).isEqualTo(403);
        assertThat(status(school.token(school.ops()), path() + "/pages/1/annotated"))
                .isEqualTo(403);
        assertThat(status(school.token(school.student()), "/api/v1/submissions/x")).isEqualTo(404);
    }

    @Test
    void listsLatestAttemptsAndWhoIsMissing() {
        var second = accepted(handIn(school, school.student(), PHOTO));
        var list = school.assignmentPath() + "/submissions";
        var teacher = school.token(school.teacher());

        var items = http().as(teacher).get(list).json().get("items");
        var missing = http().as(teacher).get(list + "?missing=true").json().get("items");

        assertThat(items).hasSize(1);
        assertThat(items.get(0).get("id")).isEqualTo(second.get("id"));
        assertThat(items.get(0).get("attempt").asInt()).isEqualTo(2);
        assertThat(items.get(0).get("score").isNull()).isTrue();
        assertThat(missing).hasSize(1);
        assertThat(missing.get(0).get("studentId").asString())
                .isEqualTo(school.student2().toString());
        assertThat(status(school.token(school.student()), list)).isEqualTo(403);
        assertThat(status(school.token(school.otherTeacher()), list)).isEqualTo(404);

        accepted(handIn(school, school.student2(), PHOTO));
        var first = http().as(teacher).get(list + "?limit=1");
        var cursor = first.json().get("nextCursor").asString();
        var rest = http().as(teacher).get(list + "?limit=1&cursor=" + cursor).json();
        assertThat(first.header("Link")).contains("rel=\"next\"");
        assertThat(rest.get("items")).hasSize(1);
        assertThat(rest.get("items").get(0)).isNotEqualTo(first.json().get("items").get(0));
        assertThat(rest.get("nextCursor").isNull()).isTrue();
    }

    @Test
    void givesThePreviewOnceThereIsOne() {
        var path = path() + "/pages/1/annotated";
        assertThat(status(school.token(school.student()), path)).isEqualTo(404);
        var read = read(0, "r1", OK);
        store.put(preview(read), PHOTO, "image/jpeg");
        readings.add(read);

        var reply = http().as(school.token(school.student())).get(path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Content-Type")).isEqualTo("image/jpeg");
    }

    private String metrics() {
        return at(managementPort).get("/actuator/prometheus").body();
    }

    private String path() {
        return "/api/v1/submissions/" + id();
    }

    private String id() {
        return submission.get("id").asString();
    }

    private static String etag(JsonNode view) {
        return "\"" + view.get("version").asLong() + "\"";
    }

    private int status(String token, String path) {
        return http().as(token).get(path).status();
    }

    private int retake(String path, String ifMatch) {
        return Form.of("page", PHOTO)
                .send(
                        http().as(school.token(school.student())).header("If-Match", ifMatch),
                        "PUT",
                        path)
                .status();
    }

    private String stateOf(String id) {
        return http().as(school.token(school.student()))
                .get("/api/v1/submissions/" + id)
                .json()
                .get("state")
                .asString();
    }

    private JsonNode eventuallyIn(String state) {
        return eventually(
                "state " + state,
                _ -> {
                    var view = view(school, school.student(), submission);
                    return view.get("state").asString().equals(state) ? view : null;
                });
    }

    private void send(PageRead event) {
        kafka.send(PageRead.TOPIC, event.submissionId().toString(), json.write(event)).join();
    }

    private PageRead read(int page, String readerVersion, Quality quality) {
        return event(
                school.id(),
                SubmissionId.of(id()),
                new PageId(pageId(submission, page)),
                readerVersion,
                quality);
    }

    private static PageRead stranger() {
        return event(SchoolId.next(), SubmissionId.next(), PageId.next(), "r1", OK);
    }

    private static PageRead event(
            SchoolId school,
            SubmissionId submission,
            PageId page,
            String readerVersion,
            Quality quality) {
        var now = Instant.now();
        return new PageRead(
                Uuids.next(),
                now,
                school,
                submission,
                page,
                new PageReading(
                        readerVersion,
                        new Photo(3024, 4032, 6),
                        quality,
                        new Homework(true, new Confidence(0.998)),
                        new Completion(Completion.Value.PARTIAL, 0.62, new Confidence(0.94)),
                        0.81,
                        List.of()),
                new ObjectKey("schools/" + school + "/previews/" + page + "/r1.jpg"),
                Map.of(),
                new PageRead.Trace("test:1", 1, now, 31.8));
    }

    private static ObjectKey preview(PageRead event) {
        var preview = event.preview();
        assertThat(preview).isNotNull();
        return preview == null ? new ObjectKey("none") : preview;
    }

    private PageReceived receivedEvent() {
        var page = new PageId(pageId(submission, 0));
        return new PageReceived(
                page.value(),
                Instant.now(),
                school.id(),
                SubmissionId.of(id()),
                page,
                1,
                new ObjectKey("schools/s/photos/p.jpg"),
                AssignmentKind.NOTES);
    }

    /** Records of the topic that mention the text, once there are that many. */
    private static List<ConsumerRecord<String, byte[]>> received(
            String topic, String mention, int wanted) {
        Map<String, Object> settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        KafkaServer.shared().bootstrapServers(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        UUID.randomUUID().toString(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest");
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            eventually(
                    wanted + " records on " + topic,
                    () -> {
                        for (var record : consumer.poll(Duration.ofMillis(100))) {
                            if (new String(record.value(), UTF_8).contains(mention)) {
                                found.add(record);
                            }
                        }
                        return found.size() >= wanted;
                    });
        }
        return found;
    }
}
