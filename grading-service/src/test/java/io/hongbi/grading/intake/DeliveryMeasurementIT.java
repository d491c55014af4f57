package io.hongbi.grading.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hongbi.grading.intake.IntakeProperties.Mode;
import io.hongbi.testsupport.KafkaServer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Measures both kinds of group as {@code docs/adr/0001-share-group-or-classic.md} shows them: the
 * share group on 2 partitions, the classic group on 64.
 */
@EnabledIfSystemProperty(named = "hongbi.measure", matches = "true")
class DeliveryMeasurementIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @ParameterizedTest
    @CsvSource({"SHARE, 2", "SHARE, 64", "CLASSIC, 2", "CLASSIC, 64"})
    void throughputWithoutWork(Mode mode, int partitions) {
        try (var rig = rig(mode, partitions, 6)) {
            var log = new Log();
            int records = 2_000;
            rig.start(log::note);
            warmUp(rig, log);

            var took = send(rig, records, log);

            print(
                    "%s, %d partitions: %.0f records/s"
                            .formatted(mode, partitions, records / seconds(took)));
        }
    }

    /** The limit is 7 times the throughput of one worker by eight, on 2 partitions. */
    @ParameterizedTest
    @CsvSource({"SHARE, 2", "CLASSIC, 2", "CLASSIC, 64"})
    void eightWorkersWhoseWorkTakes200Millis(Mode mode, int partitions) {
        double one = recordsOf200Millis(mode, partitions, 1, 80);
        double eight = recordsOf200Millis(mode, partitions, 8, 320);

        print(
                "%s, %d partitions: 200 ms each, %.2f records/s by 1 worker, %.2f by 8: %.2f times"
                        .formatted(mode, partitions, one, eight, eight / one));
    }

    private static double recordsOf200Millis(Mode mode, int partitions, int workers, int records) {
        try (var rig = rig(mode, partitions, workers)) {
            var log = new Log();
            rig.start(delivery -> {
                if (delivery.record().key().startsWith("page-")) {
                    Thread.sleep(200);
                }
                log.note(delivery);
            });
            warmUp(rig, log);
            var took = send(rig, records, log);
            assertThat(twice(log)).isZero();
            return records / seconds(took);
        }
    }

    @ParameterizedTest
    @CsvSource({"SHARE, 2", "CLASSIC, 64"})
    void redeliveryAfterKill(Mode mode, int partitions) throws Exception {
        try (var rig = rig(mode, partitions, 6);
                var process = WorkerProcess.start(rig)) {
            var log = new Log();
            rig.start(log::note);
            var taken = process.recordTaken();
            int sent = 0;
            while (!taken.isDone()) {
                rig.send(List.of("page-" + sent++));
            }
            Thread.sleep(2_000); // the rest gets done

            int records = sent;
            var killed = Instant.now();
            process.kill();
            await().atMost(PATIENCE).until(() -> new HashSet<>(log.keys()).size() == records);

            var again = Duration.between(killed, log.last());
            print("%s: redelivered %.2f s after kill -9".formatted(mode, seconds(again)));
        }
    }

    @ParameterizedTest
    @CsvSource({"SHARE, 2", "CLASSIC, 64"})
    void rollingStop(Mode mode, int partitions) {
        try (var rig = rig(mode, partitions, 3)) {
            var log = new Log();
            DeliveryHandler work =
                    delivery -> {
                        Thread.sleep(50);
                        log.note(delivery);
                    };
            var first = rig.start(work);
            var second = rig.start(work);
            rig.sendAtOnce(Rig.keys(600));
            await().atMost(PATIENCE).until(() -> log.keys().size() > 60);

            rig.start(work);
            first.stop();
            rig.start(work);
            second.stop();
            await().atMost(PATIENCE).until(() -> new HashSet<>(log.keys()).size() == 600);

            print("%s: %d of 600 records twice at a rolling stop".formatted(mode, twice(log)));
        }
    }

    /** The times of the service, not those of the tests. */
    private static Rig rig(Mode mode, int partitions, int workers) {
        var properties =
                new IntakeProperties(
                        mode,
                        "grading-" + UUID.randomUUID(),
                        workers,
                        5,
                        Duration.ofMinutes(1),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(15),
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(15));
        return Rig.at(KafkaServer.shared().bootstrapServers(), properties, partitions);
    }

    /** Joining a group takes a while; it is not part of the measurement. */
    private static void warmUp(Rig rig, Log log) {
        int sent = 0;
        while (log.threads().size() < rig.properties.workers() && sent < 600) {
            rig.send(List.of("warm-up-" + sent++));
        }
        int records = sent;
        await().atMost(PATIENCE).until(() -> log.size() >= records);
    }

    /** Sends records and waits until all are done. */
    private static Duration send(Rig rig, int records, Log log) {
        int before = log.size();
        var start = Instant.now();
        rig.sendAtOnce(Rig.keys(records));
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> log.size() >= before + records);
        return Duration.between(start, Instant.now());
    }

    private static int twice(Log log) {
        var pages = log.keys().stream().filter(key -> key.startsWith("page-")).toList();
        return pages.size() - new HashSet<>(pages).size();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static void print(String line) {
        System.out.println("measured: " + line);
    }
}
