package io.hongbi.submission.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.outbox.PendingMessages.Pending;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class KafkaPublisherTest {

    private static final OutboxProperties PROPERTIES =
            new OutboxProperties(
                    true,
                    Duration.ofMillis(200),
                    10,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(5),
                    Duration.ofMillis(50),
                    1);

    @Test
    void asksABrokerThatDoesNotAnswerOnlyOnceABatch() {
        var producer = new Failing(new TimeoutException("No metadata in time"));

        var delivery = new KafkaPublisher(() -> producer, PROPERTIES).publish(messages());

        assertThat(producer.sends).isEqualTo(1);
        assertThat(delivery.acknowledged()).isEmpty();
        assertThat(delivery.refused()).isEmpty();
        assertThat(delivery.complete()).isFalse();
    }

    @Test
    void goesOnBehindAMessageThatTheBrokerNeverTakes() {
        var producer = new Failing(new RecordTooLargeException("Too large"));

        var delivery = new KafkaPublisher(() -> producer, PROPERTIES).publish(messages());

        assertThat(producer.sends).isEqualTo(3);
        assertThat(delivery.refused()).hasSize(3);
        assertThat(delivery.complete()).isTrue();
    }

    private static List<Pending> messages() {
        return LongStream.range(0, 3)
                .mapToObj(seq ->
                        new Pending(
                                seq,
                                new UUID(0, 1),
                                "topic",
                                "key" + seq,
                                new byte[1],
                                null,
                                0,
                                Instant.EPOCH))
                .toList();
    }

    /** Answers each send with a future that has failed already, as Kafka's producer does. */
    private static final class Failing extends MockProducer<String, byte[]> {

        private final KafkaException failure;
        private int sends;

        Failing(KafkaException failure) {
            super(
                    true,
                    new RoundRobinPartitioner(),
                    new StringSerializer(),
                    new ByteArraySerializer());
            this.failure = failure;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> message) {
            sends++;
            return CompletableFuture.failedFuture(failure);
        }
    }
}
