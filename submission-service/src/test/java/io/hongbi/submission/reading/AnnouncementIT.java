package io.hongbi.submission.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.event.PageRead;
import io.hongbi.common.event.PageReceived;
import io.hongbi.common.event.SubmissionChanged;
import io.hongbi.submission.intake.Form;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.ProducerFactory;

/** Pages on their way to the workers and back. */
class AnnouncementIT extends ReadingFixture {

    @Autowired private ProducerFactory<String, byte[]> producers;

    @Autowired private Sweeper sweeper;

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
}
