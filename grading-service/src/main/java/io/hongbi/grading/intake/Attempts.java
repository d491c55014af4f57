package io.hongbi.grading.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hongbi.grading.intake.Failure.Weight;
import io.hongbi.platform.trace.Traces;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries records and decides what becomes of them, the same for both kinds of group. */
final class Attempts {

    private static final Logger log = LoggerFactory.getLogger(Attempts.class);

    private final IntakeProperties properties;
    private final DeadLetters deadLetters;
    private final Traces traces;
    private final IntakeMetrics metrics;

    Attempts(
            IntakeProperties properties,
            DeadLetters deadLetters,
            Traces traces,
            IntakeMetrics metrics) {
        this.properties = properties;
        this.deadLetters = deadLetters;
        this.traces = traces;
        this.metrics = metrics;
    }

    /**
     * Tries the record once and waits the back-off out where it has to be tried again.
     *
     * @param stop cuts the wait short
     */
    Settlement attempt(Delivery delivery, DeliveryHandler handler, StopSignal stop) {
        metrics.begin();
        try {
            return traces.call(
                    traceparent(delivery.record().headers()),
                    "page.read",
                    () -> handle(delivery, handler, stop));
        } finally {
            metrics.end();
        }
    }

    private Settlement handle(Delivery delivery, DeliveryHandler handler, StopSignal stop) {
        long start = System.nanoTime();
        try {
            handler.handle(delivery);
            metrics.tried(Settlement.ACCEPT, "none", since(start));
            return Settlement.ACCEPT;
        } catch (InterruptedException e) {
            return interrupted(delivery);
        } catch (
                Throwable
                        thrown) { // also LinkageError, StackOverflowError: no record stops a worker
            var failure = Failure.of(thrown);
            var settlement = settle(delivery, failure);
            metrics.tried(settlement, failure.code(), since(start));
            log(delivery, failure, settlement, thrown);
            pause(delivery, settlement, stop);
            return settlement;
        }
    }

    private Settlement settle(Delivery delivery, Failure failure) {
        return switch (failure.weight()) {
            case PERMANENT -> bury(delivery, failure);
            case PASSING -> releaseOrBury(delivery, failure);
            case OUTAGE ->
                    Instant.now().isBefore(delivery.since().plus(properties.patience()))
                            ? Settlement.KEEP
                            : releaseOrBury(delivery, failure);
        };
    }

    private Settlement releaseOrBury(Delivery delivery, Failure failure) {
        return delivery.number() < properties.deliveries()
                ? Settlement.RELEASE
                : bury(delivery, failure);
    }

    /** Where the dead letter cannot be sent the record is kept: it must not get lost. */
    private Settlement bury(Delivery delivery, Failure failure) {
        try {
            deadLetters.add(delivery, failure.code());
            return Settlement.REJECT;
        } catch (KafkaException e) {
            log.warn("No dead letter for {} yet: {}", delivery, e.toString());
            return Settlement.KEEP;
        } catch (InterruptedException e) {
            return interrupted(delivery);
        }
    }

    private static Settlement interrupted(Delivery delivery) {
        Thread.currentThread().interrupt();
        log.warn("Gave {} back unfinished, the process stops", delivery);
        return Settlement.RELEASE;
    }

    private void pause(Delivery delivery, Settlement settlement, StopSignal stop) {
        switch (settlement) {
            case ACCEPT, REJECT -> {}
            case RELEASE -> stop.pause(properties.backOff(delivery.number()));
            case KEEP -> stop.pause(properties.backOff(delivery.kept() + 1));
        }
    }

    private static void log(
            Delivery delivery, Failure failure, Settlement settlement, Throwable thrown) {
        log.warn(
                "Page {} failed: {} at delivery {} of {}, {}",
                delivery.record().key(),
                failure.code(),
                delivery.number(),
                delivery,
                settlement,
                failure.weight() == Weight.PASSING ? thrown : null);
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static @Nullable String traceparent(Headers headers) {
        var header = headers.lastHeader(Traces.TRACEPARENT);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }
}
