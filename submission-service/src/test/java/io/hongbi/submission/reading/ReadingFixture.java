package io.hongbi.submission.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hongbi.common.event.PageRead;
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
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;

/** A submission of one page, and what a worker says of it. */
abstract class ReadingFixture extends PagesIT {

    static final byte[] PHOTO = Samples.jpeg(64, 64);

    static final Quality OK = new Quality(Quality.Verdict.OK, List.of(), 0.8, 0.7);

    static final Quality BLURRED =
            new Quality(Quality.Verdict.RETAKE, List.of(Quality.Reason.BLURRED), 0.1, 0.7);

    @Autowired KafkaTemplate<String, byte[]> kafka;

    @Autowired EventJson json;

    @Autowired Readings readings;

    protected TestSchool school;

    protected JsonNode submission;

    @BeforeEach
    void submission() {
        school = newSchool();
        submission = accepted(handIn(school, school.student(), PHOTO));
    }

    protected String path() {
        return "/api/v1/submissions/" + id();
    }

    protected String id() {
        return submission.get("id").asString();
    }

    protected int status(String token, String path) {
        return http().as(token).get(path).status();
    }

    String stateOf(String id) {
        return http().as(school.token(school.student()))
                .get("/api/v1/submissions/" + id)
                .json()
                .get("state")
                .asString();
    }

    JsonNode eventuallyIn(String state) {
        return eventually(
                "state " + state,
                _ -> {
                    var view = view(school, school.student(), submission);
                    return view.get("state").asString().equals(state) ? view : null;
                });
    }

    void send(PageRead event) {
        kafka.send(PageRead.TOPIC, event.submissionId().toString(), json.write(event)).join();
    }

    PageRead read(int page, String readerVersion, Quality quality) {
        return event(
                school.id(),
                SubmissionId.of(id()),
                new PageId(pageId(submission, page)),
                readerVersion,
                quality);
    }

    static PageRead event(
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
                        null,
                        List.of()),
                new ObjectKey("schools/" + school + "/previews/" + page + "/r1.jpg"),
                Map.of(),
                new PageRead.Trace("test:1", 1, now, 31.8));
    }

    /** Records of the topic that mention the text, once there are that many. */
    static List<ConsumerRecord<String, byte[]>> received(String topic, String mention, int wanted) {
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
