package io.hongbi.grading.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hongbi.common.storage.ObjectStoreUnavailable;
import io.hongbi.grading.intake.IntakeProperties.Mode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The delivery contract on a share group, and what only a share group does. */
class ShareDeliveryIT extends DeliveryContract {

    @Override
    Mode mode() {
        return Mode.SHARE;
    }

    @Test
    void redeliversTheRecordOfAHungWorkerWhenItsLockEnds() {
        var log = new Log();
        rig.send(List.of("page"));

        rig.start(delivery -> {
            log.note(delivery);
            if (delivery.number() == 1) {
                Thread.sleep(Duration.ofMinutes(1));
            }
        });

        await().atMost(SOON).until(() -> log.keys().size() == 2);
        var tries = log.of("page");
        assertThat(tries).extracting(Log.Entry::number).containsExactly(1, 2);
        assertThat(Duration.between(tries.get(0).at(), tries.get(1).at()))
                .isGreaterThan(rig.properties.lock().minusMillis(100));
    }

    @Test
    void opensAConsumerAnewWhenARecordWhoseLockWasRenewedStaysAway() {
        var done = new Log();
        var clients = new ForgetfulClients(rig.properties, rig.consumerSettings());
        var failures = new AtomicInteger();
        rig.send(List.of("page"));

        var workers =
                rig.start(
                        delivery -> {
                            if (failures.getAndIncrement() == 0) {
                                throw new ObjectStoreUnavailable(new IOException("as planned"));
                            }
                            done.note(delivery);
                        },
                        clients);

        await().atMost(SOON).until(() -> clients.opened() > rig.properties.workers());
        await().atMost(SOON).until(() -> done.keys().contains("page"));
        assertThat(workers.isAlive()).isTrue();
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void saysThatTheBrokersGiveARecordUpBeforeTheWorkersDo(CapturedOutput output) {
        var more = withDeliveries(7);
        var fewer = withDeliveries(5);

        assertThat(new ShareGroup(fewer, clients(fewer)).prepare()).isTrue();
        assertThat(output).doesNotContain("hongbi.grading.deliveries");
        assertThat(new ShareGroup(more, clients(more)).prepare()).isTrue();

        assertThat(output)
                .contains("hongbi.grading.deliveries is 7")
                .contains("5 times at most (group.share.delivery.count.limit)");
    }

    private Clients clients(IntakeProperties properties) {
        return new Clients(
                properties, rig.consumerSettings(), Map.of("bootstrap.servers", rig.bootstrap()));
    }

    private IntakeProperties withDeliveries(int deliveries) {
        var p = rig.properties;
        return new IntakeProperties(
                p.consumer(),
                p.group(),
                p.workers(),
                deliveries,
                p.lock(),
                p.firstBackOff(),
                p.longestBackOff(),
                p.patience(),
                p.drain());
    }
}
