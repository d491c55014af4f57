package io.hongbi.grading.intake;

import io.hongbi.grading.intake.ClassicSession.Job;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Workers of a classic group: one thread polls the process's partitions, a pool works on their
 * records in any order, and offsets follow up to the first record that is not done.
 */
final class ClassicWorkers implements Workers {

    private static final Logger log = LoggerFactory.getLogger(ClassicWorkers.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration CLOSE = Duration.ofSeconds(3);
    private static final Duration BEFORE_RESTART = Duration.ofSeconds(1);

    private final Workshop shop;
    private final LinkedBlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
    private final Crew pool = new Crew();
    private final Crew poller = new Crew();
    private volatile @Nullable Consumer<String, byte[]> current;

    ClassicWorkers(Workshop shop) {
        this.shop = shop;
    }

    @Override
    public void start() {
        for (int i = 1; i <= shop.properties().workers(); i++) {
            pool.start("grading-" + i, this::work);
        }
        poller.start("grading-poll", this::poll);
    }

    @Override
    public void stop() {
        shop.stop().give();
        var consumer = current;
        if (consumer != null) {
            consumer.wakeup();
        }
        poller.end(shop.properties().drain().plus(CLOSE).plus(CLOSE));
    }

    @Override
    public boolean isAlive() {
        var stuck = shop.properties().stuck();
        return pool.isAlive(stuck) && poller.isAlive(stuck);
    }

    private void work(Pulse pulse) {
        try (var handler = shop.handlers().get()) {
            while (!shop.stop().isGiven()) {
                pulse.beat();
                var job = jobs.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
                if (job != null) {
                    settle(job, handler, pulse);
                }
            }
        } catch (InterruptedException _) {
            // Only an impatient stop interrupts.
        }
    }

    /** What a broker does for a share group: hands the record out until it is settled. */
    private void settle(Job job, DeliveryHandler handler, Pulse pulse) {
        var delivery = Delivery.first(job.record(), 1);
        do {
            pulse.beat();
            switch (shop.attempts().attempt(delivery, handler, shop.stop())) {
                case ACCEPT, REJECT -> {
                    job.finish();
                    return;
                }
                case RELEASE -> delivery = delivery.redelivered();
                case KEEP -> delivery = delivery.again();
            }
        } while (!shop.stop().isGiven());
    }

    private void poll(Pulse pulse) {
        while (!shop.stop().isGiven()) {
            try {
                pollUntilItFails(pulse);
            } catch (WakeupException _) {
                // Asked to stop.
            } catch (RuntimeException e) {
                shop.metrics().restarted();
                log.warn("The consumer failed and is opened anew: {}", e.toString());
                shop.stop().pause(BEFORE_RESTART);
            }
        }
    }

    private void pollUntilItFails(Pulse pulse) {
        var properties = shop.properties();
        var consumer = shop.clients().classic();
        try {
            current = consumer;
            var session =
                    new ClassicSession(
                            consumer, jobs, 2 * properties.workers(), properties.drain());
            consumer.subscribe(List.of(shop.topic()), session);
            try {
                while (!shop.stop().isGiven()) {
                    pulse.beat();
                    session.round();
                }
            } finally {
                session.takeBack();
                if (shop.stop().isGiven()) {
                    pool.end(properties.drain());
                    session.finish();
                }
            }
        } finally {
            current = null;
            consumer.close(CloseOptions.timeout(CLOSE));
        }
    }
}
