package io.hongbi.grading.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Puts records aside that failed too often or cannot ever succeed: key, value and headers as they
 * were, and beside them why, after how many deliveries, and where the record came from.
 */
final class DeadLetters {

    /** The code of the last failure. */
    static final String CAUSE = "hongbi-cause";

    /** How often the record had been handed out. */
    static final String DELIVERIES = "hongbi-deliveries";

    static final String TOPIC = "hongbi-topic";
    static final String PARTITION = "hongbi-partition";
    static final String OFFSET = "hongbi-offset";

    private final String topic;
    private final Publisher publisher;

    DeadLetters(String topic, Publisher publisher) {
        this.topic = topic;
        this.publisher = publisher;
    }

    /** Returns when the dead letter is stored; throws as {@link Publisher#publish} does. */
    void add(Delivery delivery, String cause) throws InterruptedException {
        ConsumerRecord<String, byte[]> dead = delivery.record();
        var letter = new ProducerRecord<>(topic, null, dead.key(), dead.value(), dead.headers());
        set(letter.headers(), CAUSE, cause);
        set(letter.headers(), DELIVERIES, Integer.toString(delivery.number()));
        set(letter.headers(), TOPIC, dead.topic());
        set(letter.headers(), PARTITION, Integer.toString(dead.partition()));
        set(letter.headers(), OFFSET, Long.toString(dead.offset()));
        publisher.publish(letter);
    }

    private static void set(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }
}
