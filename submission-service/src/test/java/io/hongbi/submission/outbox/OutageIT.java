package io.hongbi.submission.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.PagesIT;
import io.hongbi.submission.intake.Form;
import io.hongbi.submission.intake.image.Samples;
import io.hongbi.testsupport.KafkaServer;
import io.hongbi.testsupport.PostgresServer;
import org.junit.jupiter.api.Test;

/** Broker and database are killed under the running service and come back. */
class OutageIT extends PagesIT {

    @Test
    void acceptsPagesWithoutABrokerAndAnnouncesThemWhenItIsBack() {
        var school = newSchool();
        KafkaServer.shared().kill();
        try {
            for (int i = 0; i < 3; i++) {
                accepted(handIn(school, school.student(), Samples.jpeg(64, 64)));
            }
            assertThat(count(school, "select count(*) from outbox")).isEqualTo(3);
        } finally {
            KafkaServer.shared().restart();
        }

        eventually(
                "all are announced",
                () ->
                        count(school, "select count(*) from submissions where state = 'reading'")
                                == 3);
        assertThat(count(school, "select count(*) from outbox")).isZero();
    }

    @Test
    void asksToTryAgainWithoutADatabaseAndLeavesNothing() {
        var school = newSchool();
        var token = school.token(school.student());
        var teacher = school.token(school.teacher());
        var path = school.assignmentPath() + "/submissions";
        PostgresServer.shared().kill();
        try {
            var reply = Form.of("pages", Samples.jpeg(64, 64)).send(http().as(token), "POST", path);

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("Retry-After")).isNotNull();
            var keyed =
                    http().as(teacher)
                            .header("Idempotency-Key", "outage")
                            .post("/api/v1/classes", "{\"name\": \"4C\"}");
            assertThat(keyed.status()).isEqualTo(503);
            assertThat(keyed.header("Retry-After")).isNotNull();
            assertThat(keyed.header("X-Trace-Id")).isNotNull();
            assertThat(keyed.json().get("code").asString()).isEqualTo("unavailable");
        } finally {
            PostgresServer.shared().restart();
        }
        eventually(
                "the database is back",
                () ->
                        Form.of("pages", Samples.jpeg(64, 64))
                                        .send(http().as(token), "POST", path)
                                        .status()
                                == 202);
        assertThat(objects(school)).isEqualTo(1);
    }
}
