package io.hongbi.grading.intake;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Sends records and waits until the brokers have them. */
final class Publisher {

    private final Producer<String, byte[]> producer;

    Publisher(Producer<String, byte[]> producer) {
        this.producer = producer;
    }

    /**
     * Returns when the record is stored as safely as the producer's settings ask for.
     *
     * @throws KafkaException if it may not be stored; a later attempt may succeed
     */
    void publish(ProducerRecord<String, byte[]> record) throws InterruptedException {
        try {
            Future<?> sent = producer.send(record);
            sent.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException refused) {
                throw refused;
            }
            throw new KafkaException("The record was not sent.", e.getCause());
        } catch (InterruptException e) {
            Thread.interrupted(); // the client sets it again, the checked one says it already
            throw (InterruptedException) new InterruptedException().initCause(e);
        }
    }
}
