package io.hongbi.submission.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.event.PageRead;
import io.hongbi.common.event.PageReceived;
import io.hongbi.common.event.SubmissionChanged;
import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.id.PageId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.storage.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** Readings that come back, and the state that follows from them. */
class ReadingIT extends ReadingFixture {

    @LocalManagementPort private int managementPort;

    @Autowired private PagesUnderWay workload;

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
    void tellsHowLongPagesWaitedForAWorker() {
        readings.add(read(0, "r1", OK));
        tenant.inSystem(() -> {
            jdbc.sql(
                            """
                            update pages set announced_at = started_at - interval '300 ms'
                            from readings
                            where page_id = pages.id and read_at > now() - interval '1 minute'
                            """)
                    .update();
        });

        var lately = tenant.inSystem(workload::lately);

        assertThat(lately.finished()).isPositive();
        assertThat(lately.queueing()).isEqualTo(Duration.ofMillis(300));
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
    void letsTheNewestReaderCountWhoeverComesLast() {
        readings.add(read(0, "2026.10.1+page10", OK));
        var version = eventuallyIn("released").get("version");

        readings.add(read(0, "2026.10.1+page9", BLURRED));

        var view = view(school, school.student(), submission);
        assertThat(view.get("version")).isEqualTo(version);
        assertThat(view.at("/pages/0/reading/readerVersion").asString())
                .isEqualTo("2026.10.1+page10");
        readings.add(read(0, "2026.11.1+page1", BLURRED));
        eventuallyIn("retake");
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
    void followsTheReleaseOfItsAssignment() {
        send(read(0, "r1", OK));
        var released = eventuallyIn("released");

        assertThat(release("manual")).isEqualTo(200);
        var graded = view(school, school.student(), submission);
        assertThat(release("manual")).isEqualTo(200);
        var same = view(school, school.student(), submission);
        assertThat(release("automatic")).isEqualTo(200);
        var again = view(school, school.student(), submission);

        assertThat(graded.get("state").asString()).isEqualTo("graded");
        assertThat(same.get("version")).isEqualTo(graded.get("version"));
        assertThat(again.get("state").asString()).isEqualTo("released");
        assertThat(again.get("version").asLong()).isEqualTo(released.get("version").asLong() + 2);
        assertThat(received(SubmissionChanged.TOPIC, id(), 3))
                .extracting(record -> json.read(record.value(), SubmissionChanged.class).state())
                .containsExactly(
                        SubmissionState.RELEASED, SubmissionState.GRADED, SubmissionState.RELEASED);
    }

    private String metrics() {
        return at(managementPort).get("/actuator/prometheus").body();
    }

    private static PageRead stranger() {
        return event(SchoolId.next(), SubmissionId.next(), PageId.next(), "r1", OK);
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

    private int release(String release) {
        return http().as(school.token(school.teacher()))
                .patch(school.assignmentPath(), "{\"release\": \"" + release + "\"}")
                .status();
    }
}
