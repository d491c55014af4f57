package io.hongbi.grading.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hongbi.common.storage.ObjectKey;
import io.hongbi.common.storage.ObjectNotFound;
import io.hongbi.common.storage.ObjectStoreUnavailable;
import io.hongbi.grading.intake.IntakeProperties.Mode;
import io.hongbi.platform.event.EventJson;
import io.hongbi.testsupport.KafkaServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What workers of either kind of group do with records, on a real broker. */
abstract class DeliveryContract {

    /** How long a busy machine may take; nothing waits this long on an idle one. */
    static final Duration SOON = Duration.ofSeconds(60);

    Rig rig;

    abstract Mode mode();

    @BeforeEach
    void makeTopics() {
        rig = Rig.at(KafkaServer.shared().bootstrapServers(), mode(), 2);
    }

    @AfterEach
    void stopWorkers() {
        rig.close();
    }

    @Test
    void allWorkersWorkThoughThereAreFewerPartitions() {
        var log = new Log();
        var keys = Rig.keys(60);
        rig.send(keys);

        rig.start(delivery -> {
            Thread.sleep(100);
            log.note(delivery);
        });

        await().atMost(SOON).until(() -> log.keys().size() >= keys.size());
        assertThat(log.threads()).hasSize(6);
        assertThat(log.keys()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void putsAsideWhatCannotBeReadAndGoesOn() {
        var log = new Log();
        rig.send(List.of("page-a"));
        rig.send("poison", "no event");
        rig.send(List.of("page-b", "page-c"));

        rig.start(delivery -> {
            log.note(delivery);
            if ("poison".equals(delivery.record().key())) {
                var json = new EventJson(JsonMapper.builder().build());
                json.read(delivery.record().value(), Integer.class);
            }
        });

        await().atMost(SOON).until(() -> log.keys().size() == 4 && !rig.deadLetters().isEmpty());
        var poison = log.of("poison").getFirst();
        assertThat(poison.number()).isEqualTo(1);
        assertThat(rig.deadLetters())
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.key()).isEqualTo("poison");
                    assertThat(letter.value()).asString(UTF_8).isEqualTo("no event");
                    assertThat(header(letter, "hongbi-cause")).isEqualTo("unreadable-event");
                    assertThat(header(letter, "hongbi-deliveries")).isEqualTo("1");
                    assertThat(header(letter, "hongbi-topic")).isEqualTo(rig.topic);
                    assertThat(header(letter, "hongbi-partition")).matches("[01]");
                    assertThat(header(letter, "hongbi-offset")).matches("[0-3]");
                    assertThat(header(letter, "traceparent")).isEqualTo("of-poison");
                });
    }

    @Test
    void triesAgainAfterAWaitWhatMayPass() {
        var log = new Log();
        rig.send(List.of("page"));

        rig.start(delivery -> {
            log.note(delivery);
            if (delivery.number() < 3) {
                throw new ObjectNotFound(new ObjectKey("photo"));
            }
        });

        await().atMost(SOON).until(() -> log.keys().size() == 3);
        var tries = log.of("page");
        assertThat(tries).extracting(Log.Entry::number).containsExactly(1, 2, 3);
        assertThat(Duration.between(tries.get(0).at(), tries.get(1).at()))
                .isGreaterThanOrEqualTo(rig.properties.backOff(1));
        assertThat(Duration.between(tries.get(1).at(), tries.get(2).at()))
                .isGreaterThanOrEqualTo(rig.properties.backOff(2));
        assertThat(rig.deadLetters()).isEmpty();
    }

    @Test
    void putsAsideWhatFailsAtEveryDelivery() {
        var log = new Log();
        rig.send(List.of("page"));

        rig.start(delivery -> {
            log.note(delivery);
            throw new StackOverflowError("as a reader's bug might");
        });

        await().atMost(SOON).until(() -> !rig.deadLetters().isEmpty());
        assertThat(log.of("page")).extracting(Log.Entry::number).containsExactly(1, 2, 3);
        assertThat(rig.deadLetters())
                .singleElement()
                .satisfies(letter -> {
                    assertThat(header(letter, "hongbi-cause")).isEqualTo("reader-failed");
                    assertThat(header(letter, "hongbi-deliveries")).isEqualTo("3");
                });
    }

    @Test
    void waitsOutAnOutageThatIsLongerThanTheLockWithoutCountingIt() {
        var log = new Log();
        var done = new Log();
        var outage = new AtomicBoolean(true);
        rig.send(List.of("page"));

        rig.start(delivery -> {
            log.note(delivery);
            if (outage.get()) {
                throw new ObjectStoreUnavailable(new IOException("as planned"));
            }
            done.note(delivery);
        });

        await().atMost(SOON).until(() -> log.keys().size() == 5);
        outage.set(false);
        await().atMost(SOON).until(() -> !done.keys().isEmpty());
        assertThat(log.of("page")).extracting(Log.Entry::number).containsOnly(1);
        assertThat(
                        Duration.between(
                                log.of("page").getFirst().at(), done.of("page").getFirst().at()))
                .isGreaterThan(rig.properties.lock());
        assertThat(rig.deadLetters()).isEmpty();
    }

    @Test
    void redeliversTheRecordOfAProcessThatIsKilled() throws Exception {
        rig.send(List.of("page"));
        try (var process = WorkerProcess.start(rig)) {
            process.recordTaken().get(SOON.toSeconds(), TimeUnit.SECONDS);
            process.kill();
        }
        var log = new Log();

        rig.start(log::note);

        await().atMost(SOON).until(() -> !log.keys().isEmpty());
        assertThat(log.keys()).containsExactly("page");
    }

    @Test
    void doesElsewhereWhatAHungWorkerHolds() {
        var log = new Log();
        rig.send(List.of("page"));
        var hung = rig.start(_ -> Thread.sleep(Duration.ofMinutes(1)));

        await().atMost(SOON).until(() -> !hung.isAlive());
        hung.stop(); // as whoever restarts a process that says so

        rig.start(log::note);
        await().atMost(SOON).until(() -> log.keys().contains("page"));
    }

    @Test
    void goesOnAfterTheBrokerWasAway() {
        var log = new Log();
        var before = Rig.keys(12).subList(0, 6);
        var after = Rig.keys(12).subList(6, 12);
        var workers = rig.start(log::note);
        rig.send(before);
        await().atMost(SOON).until(() -> log.keys().containsAll(before));

        KafkaServer.shared().kill();
        var startedMeanwhile = rig.start(log::note);
        KafkaServer.shared().restart();
        rig.send(after);

        await().atMost(SOON).until(() -> log.keys().containsAll(after));
        workers.stop();
        rig.send(List.of("last"));
        await().atMost(SOON).until(() -> log.keys().contains("last"));
        assertThat(startedMeanwhile.isAlive()).isTrue();
    }

    @Test
    void goesOnAfterAConsumerFailsUnexpectedly() {
        var log = new Log();
        var clients = new FailingClients(rig.properties, rig.consumerSettings());
        var workers = rig.start(log::note, clients);

        rig.send(List.of("page"));

        await().atMost(SOON).until(() -> log.keys().contains("page"));
        assertThat(clients.failures()).isPositive();
        assertThat(workers.isAlive()).isTrue();
    }

    @Test
    void stopsWithoutDoingAnythingTwice() {
        var log = new Log();
        var keys = Rig.keys(60);
        rig.send(keys);
        DeliveryHandler slow =
                delivery -> {
                    Thread.sleep(100);
                    log.note(delivery);
                };
        var first = rig.start(slow);
        await().atMost(SOON).until(() -> log.keys().size() > 6);

        rig.start(slow);
        first.stop();

        await().atMost(SOON).until(() -> log.keys().size() >= keys.size());
        assertThat(log.keys()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void givesBackWhatAStopCannotWaitFor() throws Exception {
        var taken = new CountDownLatch(1);
        var log = new Log();
        rig.send(List.of("page"));
        var endless =
                rig.start(delivery -> {
                    taken.countDown();
                    Thread.sleep(Duration.ofMinutes(1));
                });
        assertThat(taken.await(20, TimeUnit.SECONDS)).isTrue();

        endless.stop();
        rig.start(log::note);

        await().atMost(SOON).until(() -> !log.keys().isEmpty());
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
