package io.hongbi.submission.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hongbi.platform.trace.Traces;
import io.hongbi.submission.outbox.PendingMessages.Pending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;

/** Sends through one producer; the trace goes with each record as it was stored. */
@Component
final class KafkaPublisher implements Publisher {

    private static final Logger log = LoggerFactory.getLogger(KafkaPublisher.class);

    private final ProducerFactory<String, byte[]> producers;
    private final Duration timeout;

    KafkaPublisher(ProducerFactory<String, byte[]> producers, OutboxProperties properties) {
        this.producers = producers;
        this.timeout = properties.sendTimeout();
    }

    @Override
    public Delivery publish(List<Pending> messages) {
        Map<Pending, Future<RecordMetadata>> sends = new LinkedHashMap<>();
        List<Pending> refused = new ArrayList<>();
        try (var producer = producers.createProducer()) {
            for (Pending message : messages) {
                if (!send(producer, message, sends, refused)) {
                    break;
                }
            }
            return settled(messages.size(), sends, refused);
        }
    }

    /** Whether it is worth to go on: a broker that does not answer makes each call wait. */
    private static boolean send(
            Producer<String, byte[]> producer,
            Pending message,
            Map<Pending, Future<RecordMetadata>> sends,
            List<Pending> refused) {
        try {
            var send = producer.send(record(message));
            sends.put(message, send);
            return !isUnanswered(send);
        } catch (KafkaException e) {
            if (!isRefusal(e)) {
                log.warn("The broker does not answer: {}", e.getClass().getSimpleName());
                return false;
            }
            refuse(message, e, refused);
            return true;
        }
    }

    /** Without metadata of the topic a send waits in vain, and so would each further one. */
    private static boolean isUnanswered(Future<RecordMetadata> send) {
        return send.isDone()
                && send.state() == Future.State.FAILED
                && send.exceptionNow() instanceof RetriableException;
    }

    private Delivery settled(
            int wanted, Map<Pending, Future<RecordMetadata>> sends, List<Pending> refused) {
        long deadline = System.nanoTime() + timeout.toNanos();
        List<Pending> acknowledged = new ArrayList<>();
        sends.forEach((message, send) -> {
            try {
                send.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                acknowledged.add(message);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof KafkaException cause && isRefusal(cause)) {
                    refuse(message, cause, refused);
                }
            } catch (TimeoutException e) {
                log.debug("Not acknowledged in time: {}", message.seq());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return new Delivery(acknowledged, refused, acknowledged.size() + refused.size() == wanted);
    }

    private static void refuse(Pending message, Throwable cause, List<Pending> refused) {
        log.error("The broker refuses message {} for {}", message.seq(), message.topic(), cause);
        refused.add(message);
    }

    private static boolean isRefusal(Throwable cause) {
        return cause instanceof RecordTooLargeException
                || cause instanceof SerializationException
                || cause instanceof InvalidTopicException;
    }

    private static ProducerRecord<String, byte[]> record(Pending message) {
        var sent = new ProducerRecord<>(message.topic(), message.key(), message.payload());
        if (message.traceparent() != null) {
            sent.headers().add(Traces.TRACEPARENT, message.traceparent().getBytes(UTF_8));
        }
        return sent;
    }
}
