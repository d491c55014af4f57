package io.hongbi.submission.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.PagesIT;
import io.hongbi.submission.TestSchool;
import io.hongbi.submission.intake.image.Samples;
import io.hongbi.submission.outbox.PendingMessages.Pending;
import io.hongbi.submission.outbox.Publisher.Delivery;
import io.hongbi.submission.outbox.Relay.Round;
import io.hongbi.submission.outbox.Workload.UnderWay;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Work waits in the outbox, and schools take turns. */
class TurnsIT extends PagesIT {

    private static final int LEAST_UNDER_WAY = 4;
    private static final byte[] PHOTO = Samples.jpeg(64, 64);
    private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

    @Autowired private RelayThread thread;
    @Autowired private PendingMessages pending;
    @Autowired private Outbox outbox;
    @Autowired private Workload pages;

    private final List<Pending> sent = new ArrayList<>();
    private TestSchool large;
    private TestSchool small;

    @BeforeEach
    void takeOver() {
        large = newSchool();
        small = newSchool();
        thread.stop();
        empty();
    }

    @AfterEach
    void giveBack() {
        empty();
        thread.start();
    }

    @Test
    void letsNoSchoolWaitForTheSurgeOfAnother() {
        work(large, 300, NOON);
        work(small, 2, NOON.plusSeconds(60));

        relay(new UnderWay(Map.of())).round();

        assertThat(sent)
                .extracting(Pending::key)
                .containsExactly(
                        key(large, NOON, 0),
                        key(small, NOON.plusSeconds(60), 0),
                        key(large, NOON, 1),
                        key(small, NOON.plusSeconds(60), 1));
    }

    @Test
    void givesNextToWhoHasTheLeastUnderWay() {
        work(large, 10, NOON);
        work(small, 10, NOON.plusSeconds(60));

        relay(new UnderWay(Map.of(large.id(), 2L))).round();

        assertThat(of(large)).isZero();
        assertThat(of(small)).isEqualTo(2);
    }

    @Test
    void weighsSchools() throws SQLException {
        weigh(large, 3);
        work(large, 10, NOON);
        work(small, 10, NOON);

        relay(new UnderWay(Map.of())).round();

        assertThat(of(large)).isEqualTo(3);
        assertThat(of(small)).isEqualTo(1);
    }

    @Test
    void sendsNoMoreThanTheWorkersNeed() {
        work(large, 10, NOON);

        assertThat(relay(new UnderWay(Map.of(small.id(), 4L))).round()).isEqualTo(Round.EMPTY);
        assertThat(sent).isEmpty();
        relay(new UnderWay(Map.of(small.id(), 3L))).round();
        assertThat(sent).hasSize(1);
    }

    @Test
    void sendsEarlierTurnsOfASchoolFirst() {
        work(large, 5, NOON.plusSeconds(5));
        work(large, 2, NOON);

        relay(new UnderWay(Map.of())).round();

        assertThat(sent)
                .extracting(Pending::key)
                .containsExactly(
                        key(large, NOON, 0),
                        key(large, NOON, 1),
                        key(large, NOON.plusSeconds(5), 0),
                        key(large, NOON.plusSeconds(5), 1));
    }

    @Test
    void neverHoldsNewsBack() {
        work(large, 10, NOON);
        tenant.in(
                large.id(),
                () ->
                        outbox.add(
                                List.of(
                                        new OutboxMessage(
                                                large.id(), "news", "k", Map.of("n", 1)))));

        relay(new UnderWay(Map.of(large.id(), 100L))).round();

        assertThat(sent).singleElement().extracting(Pending::topic).isEqualTo("news");
    }

    @Test
    void countsPagesThatWereAnnouncedUntilTheyAreReadOrOverdue() {
        thread.start();
        accepted(handIn(large, large.student(), PHOTO, PHOTO));
        eventually("both are announced", () -> underWay(large) == 2);

        set("sweep_at = now()", 1);
        assertThat(underWay(large)).isEqualTo(1);
        set("read_at = now(), verdict = 'ok', reader_version = '1'", 2);
        assertThat(underWay(large)).isZero();
    }

    private void set(String what, int page) {
        tenant.inSystem(() -> {
            jdbc.sql("update pages set " + what + " where school_id = ? and number = ?")
                    .params(large.id().value(), page)
                    .update();
        });
    }

    private long underWay(TestSchool school) {
        return tenant.inSystem(() -> pages.underWay().bySchool().getOrDefault(school.id(), 0L));
    }

    private Relay relay(UnderWay underWay) {
        var properties =
                new OutboxProperties(
                        true,
                        Duration.ofMillis(200),
                        100,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(50),
                        LEAST_UNDER_WAY);
        return new Relay(
                tenant,
                pending,
                FixedWorkload.of(underWay),
                this::deliver,
                List.of(),
                properties,
                new SimpleMeterRegistry());
    }

    private Delivery deliver(List<Pending> messages) {
        sent.addAll(messages);
        return new Delivery(messages, List.of(), true);
    }

    private long of(TestSchool school) {
        return sent.stream().filter(m -> m.schoolId().equals(school.id().value())).count();
    }

    private static String key(TestSchool school, Instant turn, int number) {
        return school.code() + " " + turn + " " + number;
    }

    private void work(TestSchool school, int pieces, Instant turn) {
        tenant.in(
                school.id(),
                () -> {
                    for (int i = 0; i < pieces; i++) {
                        var key = key(school, turn, i);
                        outbox.add(
                                List.of(
                                        new OutboxMessage(
                                                school.id(), "work", key, Map.of("n", i), turn)));
                    }
                });
    }

    /** By hand, as operators do: the service itself may not. */
    private static void weigh(TestSchool school, int weight) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                DATABASE.url(), "hongbi_owner", DATABASE.password());
                var update =
                        connection.prepareStatement(
                                "update submission.schools set weight = ? where id = ?")) {
            update.setInt(1, weight);
            update.setObject(2, school.id().value());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    /** Nothing waits, and the sweeper adds nothing. */
    private void empty() {
        tenant.inSystem(() -> {
            jdbc.sql("delete from outbox").update();
            jdbc.sql("update pages set sweep_at = null where sweep_at is not null").update();
        });
    }
}
