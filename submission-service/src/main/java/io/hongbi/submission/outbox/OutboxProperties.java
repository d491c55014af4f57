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
 * @param ahead how many seconds of the workers' work may be under way at once: what waits for its
 *     turn waits here, where schools take turns, and not in the broker, where they do not
 * @param leastAhead how many pieces may be under way however slow the workers are
 */
@ConfigurationProperties("hongbi.outbox")
record OutboxProperties(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("200ms") Duration poll,
        @DefaultValue("200") int batch,
        @DefaultValue("15s") Duration sendTimeout,
        @DefaultValue("5s") Duration longestPause,
        @DefaultValue("500ms") Duration ahead,
        @DefaultValue("16") int leastAhead) {

    OutboxProperties {
        if (batch < 1 || !poll.isPositive() || !sendTimeout.isPositive()) {
            throw new IllegalArgumentException(
                    "hongbi.outbox.batch, poll and send-timeout must be more than 0");
        }
        if (leastAhead < 1 || ahead.isNegative()) {
            throw new IllegalArgumentException(
                    "hongbi.outbox.least-ahead must be at least 1, hongbi.outbox.ahead not negative");
        }
        if (longestPause.compareTo(poll) < 0) {
            throw new IllegalArgumentException(
                    "hongbi.outbox.longest-pause must be at least hongbi.outbox.poll");
        }
    }
}
