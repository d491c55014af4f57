package io.hongbi.submission.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox is emptied.
 *
 * @param enabled whether this process sends at all
 * @param poll how long what another process left behind may lie
 * @param batch how many messages are sent at once
 * @param sendTimeout how long a broker may take to acknowledge a batch
 * @param longestPause between attempts while the broker does not answer
 * @param queueing how long a piece that was sent may wait for a worker: what waits for longer waits
 *     here, where schools take turns, and not in the broker, where they do not
 * @param leastUnderWay how many pieces may be under way however long they wait
 */
@ConfigurationProperties("hongbi.outbox")
record OutboxProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("200ms") Duration poll,
        @DefaultValue("200") int batch,
        @DefaultValue("15s") Duration sendTimeout,
        @DefaultValue("5s") Duration longestPause,
        @DefaultValue("50ms") Duration queueing,
        @DefaultValue("2") int leastUnderWay) {

    OutboxProperties {
        if (batch < 1 || !poll.isPositive() || !sendTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "hongbi.outbox.batch, poll and send-timeout must be more than 0");
        }
        if (leastUnderWay < 1 || !queueing.isPositive()) {
            throw new IllegalArgumentException(
                    "hongbi.outbox.least-under-way must be at least 1, hongbi.outbox.queueing more than 0");
        }
        if (longestPause.compareTo(poll) < 0) {
            throw new IllegalArgumentException(
                    "hongbi.outbox.longest-pause must be at least hongbi.outbox.poll");
        }
    }
}
