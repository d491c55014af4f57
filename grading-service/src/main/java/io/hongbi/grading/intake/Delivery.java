package io.hongbi.grading.intake;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record in the hands of a worker.
 *
 * @param number how often the record has been handed out, from 1
 * @param kept how often this worker kept it over an outage, from 0
 * @param since when this worker got it
 */
record Delivery(ConsumerRecord<String, byte[]> record, int number, int kept, Instant since) {

    /** The record as it is first handed to this worker. */
    static Delivery first(ConsumerRecord<String, byte[]> record, int number) {
        return new Delivery(record, number, 0, Instant.now());
    }

    /** The same hand-out, tried once more. */
    Delivery again() {
        return new Delivery(record, number, kept + 1, since);
    }

    /** The next hand-out of the same record. */
    Delivery redelivered() {
        return first(record, number + 1);
    }

    /** Whether the other is the same hand-out of the same record. */
    boolean isOf(ConsumerRecord<String, byte[]> other) {
        return record.offset() == other.offset()
                && record.partition() == other.partition()
                && record.topic().equals(other.topic());
    }

    @Override
    public String toString() {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }
}
