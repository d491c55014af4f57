package io.hongbi.grading.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OffsetLedgerTest {

    private static final TopicPartition A = new TopicPartition("pages", 0);
    private static final TopicPartition B = new TopicPartition("pages", 1);

    private final OffsetLedger ledger = new OffsetLedger();

    @Test
    void commitsUpToTheFirstThatIsNotDone() {
        take(A, 5, 6, 7, 8);

        ledger.done(A, 6);
        ledger.done(A, 7);
        assertThat(ledger.moved()).isEmpty();

        ledger.done(A, 5);
        assertThat(ledger.moved()).isEqualTo(Map.of(A, at(8)));

        ledger.done(A, 8);
        assertThat(ledger.moved()).isEqualTo(Map.of(A, at(9)));
    }

    @Test
    void tellsEachMoveOnce() {
        take(A, 0);
        ledger.done(A, 0);

        assertThat(ledger.moved()).isEqualTo(Map.of(A, at(1)));
        assertThat(ledger.moved()).isEmpty();
        assertThat(ledger.positions(List.of(A, B))).isEqualTo(Map.of(A, at(1)));
    }

    @Test
    void stepsOverOffsetsThatHoldNoRecord() {
        take(A, 3, 10);

        ledger.done(A, 3);

        assertThat(ledger.moved()).isEqualTo(Map.of(A, at(10)));
    }

    @Test
    void keepsPartitionsApartAndForgetsThoseOfOthers() {
        take(A, 1);
        take(B, 1);

        ledger.forget(List.of(A));
        ledger.done(A, 1);
        ledger.done(B, 1);

        assertThat(ledger.moved()).isEqualTo(Map.of(B, at(2)));
        assertThat(ledger.positions(List.of(A))).isEmpty();
    }

    private void take(TopicPartition partition, long... offsets) {
        for (long offset : offsets) {
            ledger.take(partition, offset);
        }
    }

    private static OffsetAndMetadata at(long offset) {
        return new OffsetAndMetadata(offset);
    }
}
