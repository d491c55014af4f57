package io.hongbi.grading.intake;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The life of one classic consumer: hands its records to the pool and commits what is done. */
final class ClassicSession implements ConsumerRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(ClassicSession.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final Duration BUSY = Duration.ofMillis(20); // how long room may stay unused
    private static final Duration COMMIT = Duration.ofSeconds(5);

    private final Consumer<String, byte[]> consumer;
    private final Queue<Job> jobs;
    private final int limit;
    private final Duration drain;
    private final OffsetLedger ledger = new OffsetLedger();
    private final Set<Job> handed = new HashSet<>();
    private final LinkedBlockingQueue<Job> done = new LinkedBlockingQueue<>();

    /** A record on its way through the pool. */
    record Job(ConsumerRecord<String, byte[]> record, TopicPartition partition, Queue<Job> done) {

        /** To be called by the pool when the record needs no more work. */
        void finish() {
            done.add(this);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /**
     * @param jobs takes the records for the pool
     * @param limit records in the pool from which on none are fetched
     * @param drain how long records of partitions that move elsewhere are waited for
     */
    ClassicSession(Consumer<String, byte[]> consumer, Queue<Job> jobs, int limit, Duration drain) {
        this.consumer = consumer;
        this.jobs = jobs;
        this.limit = limit;
        this.drain = drain;
    }

    /** One round: commits what is done, fetches where there is room. */
    void round() {
        collect();
        commit();
        if (handed.size() < limit) {
            consumer.resume(consumer.paused());
        } else {
            consumer.pause(consumer.assignment());
        }
        consumer.poll(handed.isEmpty() ? IDLE : BUSY).forEach(this::hand);
    }

    /** Takes back what the pool has not begun; these records are handed out again elsewhere. */
    void takeBack() {
        handed.removeIf(jobs::remove);
    }

    /** Commits everything that is done, waits for the brokers, and gives up what is not done. */
    void finish() {
        collect();
        handed.clear();
        try {
            commitAll();
        } catch (WakeupException _) { // the stop woke a poll that had just ended
            commitAll();
        } catch (RebalanceInProgressException _) { // this poll ends it; its records are not ours
            consumer.pause(consumer.assignment());
            var _ = consumer.poll(COMMIT);
            commitAll();
        }
    }

    private void commitAll() {
        consumer.commitSync(ledger.positions(consumer.assignment()), COMMIT);
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {}

    /** Waits for what is being worked on, so that the next owner does not do it again. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        handed.removeIf(job -> partitions.contains(job.partition()) && jobs.remove(job));
        awaitDone(partitions);
        consumer.commitSync(ledger.positions(partitions), COMMIT);
        onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        jobs.removeIf(job -> partitions.contains(job.partition()));
        handed.removeIf(job -> partitions.contains(job.partition()));
        ledger.forget(partitions);
    }

    private void hand(ConsumerRecord<String, byte[]> record) {
        var partition = new TopicPartition(record.topic(), record.partition());
        var job = new Job(record, partition, done);
        ledger.take(partition, record.offset());
        handed.add(job);
        jobs.add(job);
    }

    private void collect() {
        for (var job = done.poll(); job != null; job = done.poll()) {
            settle(job);
        }
    }

    /** Jobs of partitions that are lost by now change nothing. */
    private void settle(Job job) {
        if (handed.remove(job)) {
            ledger.done(job.partition(), job.record().offset());
        }
    }

    private void commit() {
        var moved = ledger.moved();
        if (!moved.isEmpty()) {
            consumer.commitAsync(moved, ClassicSession::committed);
        }
    }

    private static void committed(
            Map<TopicPartition, OffsetAndMetadata> offsets, @Nullable Exception failure) {
        if (failure != null) {
            log.warn("Offsets not committed, a later commit covers them: {}", failure.toString());
        }
    }

    private void awaitDone(Collection<TopicPartition> partitions) {
        long deadline = System.nanoTime() + drain.toNanos();
        try {
            while (handed.stream().anyMatch(job -> partitions.contains(job.partition()))) {
                var job = done.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (job == null) {
                    return;
                }
                settle(job);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
