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
 */
@ConfigurationProperties("hongbi.outbox")
record OutboxProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("200ms") Duration poll,
        @DefaultValue("200") int batch,
        @DefaultValue("15s") Duration sendTimeout,
        @DefaultValue("5s") Duration longestPause) {

    OutboxProperties {
        if (batch < 1 || !poll.isPositive() || !sendTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "hongbi.outbox.batch, poll and send-timeout must be more than 0");
        }
        if (longestPause.compareTo(poll) < 0) {
            throw new IllegalArgumentException(
                    "hongbi.outbox.longest-pause must be at least hongbi.outbox.poll");
        }
    }
}
