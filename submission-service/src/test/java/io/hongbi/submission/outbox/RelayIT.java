package io.hongbi.submission.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.hongbi.submission.PagesIT;
import io.hongbi.submission.TestSchool;
import io.hongbi.submission.outbox.PendingMessages.Pending;
import io.hongbi.submission.outbox.Publisher.Delivery;
import io.hongbi.submission.outbox.Relay.Round;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RelayIT extends PagesIT {

    private static final OutboxProperties PROPERTIES =
            new OutboxProperties(
                    true,
                    Duration.ofMillis(200),
                    10,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(50),
                    1);

    @Autowired private RelayThread thread;
    @Autowired private PendingMessages pending;
    @Autowired private Outbox outbox;

    private final List<String> sent = new ArrayList<>();
    private TestSchool school;

    @BeforeEach
    void takeOver() {
        school = newSchool();
        thread.stop();
        tenant.inSystem(() -> {
            jdbc.sql("delete from outbox").update();
        });
    }

    @AfterEach
    void giveBack() {
        tenant.inSystem(() -> {
            jdbc.sql("delete from outbox").update();
        });
        thread.start();
    }

    @Test
    void sendsEachMessageOnceAndTheFirstOfAKeyFirst() {
        add("a", "b", "a", "a", "c");
        var relay = relay(this::deliver);

        while (relay.round() != Round.EMPTY) {}

        assertThat(sent).hasSize(5).containsSubsequence("a0", "a2", "a3").contains("b1", "c4");
        assertThat(left()).isZero();
    }

    @Test
    void goesOnAfterAnError() {
        add("a");
        var failing = new AtomicBoolean(true);
        var relay =
                relay(messages -> {
                    if (failing.getAndSet(false)) {
                        throw new NoClassDefFoundError("planted");
                    }
                    return deliver(messages);
                });
        var turned = new RelayThread(relay, new Nudge(), PROPERTIES);

        turned.start();
        try {
            eventually("it is sent after all", () -> left() == 0);
        } finally {
            turned.stop();
        }
    }

    @Test
    void neverLetsAMessageOvertakeOneOfItsKeyThatAnotherRelaySends() throws Exception {
        add("a", "b", "a");
        var taken = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var slow =
                relay(messages -> {
                    taken.countDown();
                    await(goOn);
                    return deliver(messages);
                });
        try (var threads = Executors.newSingleThreadExecutor()) {
            var round = threads.submit(slow::round);
            taken.await();
            add("d");

            var other = relay(this::deliver);
            assertThat(other.round()).isEqualTo(Round.SENT);
            assertThat(other.round()).isEqualTo(Round.EMPTY);
            assertThat(sent).containsExactly("d0");

            goOn.countDown();
            assertThat(round.get()).isEqualTo(Round.SENT);
            assertThat(other.round()).isEqualTo(Round.SENT);
        }
        assertThat(sent).containsSubsequence("a0", "a2").contains("b1");
        assertThat(left()).isZero();
    }

    @Test
    void keepsWhatTheBrokerDidNotAcknowledge() {
        add("a", "b");
        var relay = relay(messages -> new Delivery(List.of(messages.getFirst()), List.of(), false));

        assertThat(relay.round()).isEqualTo(Round.STUCK);

        assertThat(left()).isEqualTo(1);
    }

    @Test
    void putsOffWhatTheBrokerRefuses() {
        add("a", "b");
        var relay =
                relay(messages ->
                        new Delivery(
                                List.of(messages.getLast()), List.of(messages.getFirst()), true));

        assertThat(relay.round()).isEqualTo(Round.SENT);

        assertThat(relay.round()).isEqualTo(Round.EMPTY);
        assertThat(left()).isEqualTo(1);
        assertThat(count(school, "select count(*) from outbox where due_at > now()")).isEqualTo(1);
    }

    @Test
    void keepsMessagesOfATransactionThatFailed() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        tenant.in(
                                school.id(),
                                () -> {
                                    outbox.add(List.of(message("a", 0)));
                                    throw new IllegalStateException("planted");
                                }));

        assertThat(left()).isZero();
    }

    @Test
    void refusesMessagesOutsideOfATransaction() {
        assertThatIllegalStateException().isThrownBy(() -> outbox.add(List.of(message("a", 0))));
    }

    private Relay relay(Publisher publisher) {
        return new Relay(
                tenant,
                pending,
                FixedWorkload.none(),
                publisher,
                List.of(),
                PROPERTIES,
                new SimpleMeterRegistry());
    }

    private synchronized Delivery deliver(List<Pending> messages) {
        messages.forEach(message -> sent.add(message.key() + number(message)));
        return new Delivery(messages, List.of(), true);
    }

    private static String number(Pending message) {
        var json = new String(message.payload(), UTF_8);
        return json.replaceAll("\\D", "");
    }

    private void add(String... keys) {
        tenant.in(
                school.id(),
                () -> {
                    for (int i = 0; i < keys.length; i++) {
                        outbox.add(List.of(message(keys[i], i)));
                    }
                });
    }

    private OutboxMessage message(String key, int number) {
        return new OutboxMessage(school.id(), "topic", key, Map.of("number", number));
    }

    private long left() {
        return tenant.inSystem(
                () -> jdbc.sql("select count(*) from outbox").query(Long.class).single());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
