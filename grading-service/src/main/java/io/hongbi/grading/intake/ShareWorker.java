package io.hongbi.grading.intake;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread of a share group: takes a record, tries it, acknowledges it, takes the next. The
 * acknowledgement travels with the next poll; a stop sends the last one while closing. Whatever a
 * consumer throws, the thread opens another one and goes on.
 */
final class ShareWorker {

    private static final Logger log = LoggerFactory.getLogger(ShareWorker.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration RENEWAL = Duration.ofSeconds(10);
    private static final Duration RETURN = Duration.ofSeconds(5);
    private static final Duration CLOSE = Duration.ofSeconds(3);
    private static final Duration WHILE_PREPARING = Duration.ofMillis(20);
    private static final Duration BEFORE_RESTART = Duration.ofSeconds(1);

    private final Workshop shop;
    private final ShareGroup group;
    private volatile @Nullable ShareConsumer<String, byte[]> current;
    private @Nullable Delivery kept;
    private boolean renewed;
    private long renewedAt;

    ShareWorker(Workshop shop, ShareGroup group) {
        this.shop = shop;
        this.group = group;
    }

    /** Works until the stop signal is given. */
    void run(Pulse pulse) {
        try (var handler = shop.handlers().get()) {
            while (!shop.stop().isGiven()) {
                pulse.beat();
                consumeUntilItFails(handler, pulse);
            }
        }
    }

    /** Ends a poll that waits for records; to be called after the stop signal was given. */
    void wake() {
        var consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private void consumeUntilItFails(DeliveryHandler handler, Pulse pulse) {
        try {
            if (!group.prepare()) {
                shop.stop().pause(WHILE_PREPARING);
                return;
            }
            var consumer = shop.clients().share();
            try {
                current = consumer;
                consume(consumer, handler, pulse);
            } finally {
                current = null;
                consumer.close(CLOSE);
            }
        } catch (WakeupException _) {
            // Asked to stop.
        } catch (RuntimeException e) {
            shop.metrics().restarted();
            log.warn("A consumer failed and is opened anew: {}", e.toString());
            shop.stop().pause(BEFORE_RESTART);
        }
    }

    private void consume(
            ShareConsumer<String, byte[]> consumer, DeliveryHandler handler, Pulse pulse) {
        consumer.setAcknowledgementCommitCallback((offsets, failure) -> {
            if (failure != null) {
                shop.metrics().unacknowledged();
                log.warn("Not acknowledged, comes again: {}, {}", offsets, failure.toString());
            }
        });
        renewed = false;
        consumer.subscribe(List.of(shop.topic()));
        while (!shop.stop().isGiven()) {
            pulse.beat();
            for (var record : consumer.poll(POLL)) {
                settle(consumer, record, handler);
            }
            expectRenewed();
        }
    }

    /**
     * A broker that was killed forgets the session in which a lock was renewed. The consumer then
     * waits for ever, stays a member, and starves its partitions; only a new one helps.
     */
    private void expectRenewed() {
        if (renewed && System.nanoTime() - renewedAt > RETURN.toNanos()) {
            throw new KafkaException("A record whose lock was renewed did not come back.");
        }
    }

    private void settle(
            ShareConsumer<String, byte[]> consumer,
            ConsumerRecord<String, byte[]> record,
            DeliveryHandler handler) {
        var delivery = delivery(record);
        var settlement = shop.attempts().attempt(delivery, handler, shop.stop());
        boolean _ = Thread.interrupted(); // an impatient stop must not break the acknowledgement
        switch (settlement) {
            case ACCEPT -> consumer.acknowledge(record, AcknowledgeType.ACCEPT);
            case REJECT -> consumer.acknowledge(record, AcknowledgeType.REJECT);
            case RELEASE -> consumer.acknowledge(record, AcknowledgeType.RELEASE);
            case KEEP -> keep(consumer, delivery);
        }
    }

    private Delivery delivery(ConsumerRecord<String, byte[]> record) {
        int number = record.deliveryCount().map(Short::intValue).orElse(1);
        var before = kept;
        kept = null;
        renewed = false;
        return before != null && before.isOf(record) && before.number() == number
                ? before.again()
                : Delivery.first(record, number);
    }

    /**
     * Renews the lock; the next poll hands the same record over once more. Sent at once and not
     * with that poll, which would fetch a second record and let it age unseen.
     */
    private void keep(ShareConsumer<String, byte[]> consumer, Delivery delivery) {
        if (shop.stop().isGiven()) {
            consumer.acknowledge(delivery.record(), AcknowledgeType.RELEASE);
            return;
        }
        consumer.acknowledge(delivery.record(), AcknowledgeType.RENEW);
        kept = delivery;
        consumer.commitSync(RENEWAL).values().stream()
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(failure -> {
                    throw failure;
                });
        renewed = true;
        renewedAt = System.nanoTime();
    }
}
