package io.hongbi.grading.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this process takes pages from Kafka.
 *
 * @param consumer how records are shared out among processes
 * @param group the group's name, for both kinds of group
 * @param workers threads that read pages; 0 stands for one per processor
 * @param deliveries how often a failing record is tried before it becomes a dead letter; at most
 *     the brokers' {@code group.share.delivery.count.limit}
 * @param lock how long a worker may keep a record before another gets it; longer than the longest
 *     reading
 * @param firstBackOff the wait after a first failure, doubled after each further one
 * @param longestBackOff where doubling ends; at most half the lock
 * @param patience how long an outage of the store or the broker is waited out before it counts as a
 *     failed delivery
 * @param drain how long a stop waits for pages that are being read
 */
@ConfigurationProperties("hongbi.grading")
record IntakeProperties(
        @DefaultValue("share") Mode consumer,
        @DefaultValue("grading") String group,
        @DefaultValue("0") int workers,
        @DefaultValue("5") int deliveries,
        @DefaultValue("60s") Duration lock,
        @DefaultValue("500ms") Duration firstBackOff,
        @DefaultValue("15s") Duration longestBackOff,
        @DefaultValue("10m") Duration patience,
        @DefaultValue("15s") Duration drain) {

    /** How records are shared out. */
    enum Mode {
        /** A share group hands out single records; needs brokers from 4.2. */
        SHARE,
        /** A consumer group hands out partitions, a pool in each process works on them. */
        CLASSIC
    }

    IntakeProperties {
        require(workers >= 0 && workers <= 200, "hongbi.grading.workers must lie in 0 to 200");
        require(deliveries >= 1, "hongbi.grading.deliveries must be at least 1");
        require(!group.isBlank(), "hongbi.grading.group must not be blank");
        require(lock.isPositive(), "hongbi.grading.lock must be longer than nothing");
        require(
                firstBackOff.isPositive(),
                "hongbi.grading.first-back-off must be longer than nothing");
        require(
                longestBackOff.compareTo(firstBackOff) >= 0,
                "hongbi.grading.longest-back-off must not be below hongbi.grading.first-back-off");
        require(
                longestBackOff.multipliedBy(2).compareTo(lock) <= 0,
                "hongbi.grading.longest-back-off must be at most half of hongbi.grading.lock");
        require(!patience.isNegative(), "hongbi.grading.patience must not be negative");
        require(!drain.isNegative(), "hongbi.grading.drain must not be negative");
        if (workers == 0) {
            workers = Runtime.getRuntime().availableProcessors();
        }
    }

    /** The wait before the next try, after so many failures (from 1). */
    Duration backOff(int failures) {
        int doublings = Math.min(failures - 1, 20);
        Duration wait = firstBackOff.multipliedBy(1L << doublings);
        return wait.compareTo(longestBackOff) < 0 ? wait : longestBackOff;
    }

    /** How long a thread may need for one round before the process counts as broken. */
    Duration stuck() {
        return lock.multipliedBy(3);
    }

    private static void require(boolean fact, String otherwise) {
        if (!fact) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
