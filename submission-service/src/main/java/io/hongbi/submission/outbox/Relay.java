package io.hongbi.submission.outbox;

import io.hongbi.submission.outbox.PendingMessages.Pending;
import io.hongbi.submission.outbox.Publisher.Delivery;
import io.hongbi.submission.tenant.Tenant;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Sends one batch: takes rows, waits for the broker, tells who listens, removes them, all in one
 * transaction. Whatever dies in between, rows are sent again or gone for good; consumers bear
 * repeats.
 */
@Component
class Relay {

    /** How a batch went. */
    enum Round {
        /** Nothing is left to do. */
        EMPTY,
        /** Messages were sent; there may be more. */
        SENT,
        /** The broker does not answer; pause. */
        STUCK
    }

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Tenant tenant;
    private final PendingMessages pending;
    private final Workload workload;
    private final Publisher publisher;
    private final List<SentListener> listeners;
    private final OutboxProperties properties;
    private final Timer timer;
    private final Window window;
    private long adjusted = System.nanoTime();

    Relay(
            Tenant tenant,
            PendingMessages pending,
            Workload workload,
            Publisher publisher,
            List<SentListener> listeners,
            OutboxProperties properties,
            MeterRegistry meters) {
        this.tenant = tenant;
        this.pending = pending;
        this.workload = workload;
        this.publisher = publisher;
        this.listeners = List.copyOf(listeners);
        this.properties = properties;
        this.window = new Window(properties.leastUnderWay(), properties.queueing());
        this.timer =
                Timer.builder("hongbi.relay")
                        .description("From a message's entry to the broker's acknowledgement")
                        .publishPercentileHistogram()
                        .register(meters);
    }

    Round round() {
        return tenant.inSystem(() -> {
            var messages = new ArrayList<>(pending.take(properties.batch()));
            messages.addAll(work());
            return messages.isEmpty() ? Round.EMPTY : send(messages);
        });
    }

    /** As much as keeps the workers busy, and no more: what is sent can no longer be overtaken. */
    private List<Pending> work() {
        var underWay = workload.underWay();
        if (System.nanoTime() - adjusted >= SECOND) {
            adjusted = System.nanoTime();
            window.adjust(workload.lately(), underWay.total());
        }
        long room = Math.min(window.size() - underWay.total(), properties.batch());
        return room > 0 ? pending.takeWork(underWay.bySchool(), (int) room) : List.of();
    }

    private Round send(List<Pending> messages) {
        Delivery delivery = publisher.publish(messages);
        if (!delivery.acknowledged().isEmpty()) {
            pending.remove(delivery.acknowledged());
            var sent = delivery.acknowledged().stream().map(Pending::sent).toList();
            listeners.forEach(listener -> listener.sent(sent));
            record(delivery.acknowledged());
        }
        if (!delivery.refused().isEmpty()) {
            pending.putOff(delivery.refused());
        }
        return delivery.complete() ? Round.SENT : Round.STUCK;
    }

    private void record(List<Pending> sent) {
        var now = Instant.now();
        sent.forEach(message -> timer.record(Duration.between(message.createdAt(), now)));
    }
}
