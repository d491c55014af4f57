package io.hongbi.grading.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hongbi.grading.intake.IntakeProperties.Mode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
