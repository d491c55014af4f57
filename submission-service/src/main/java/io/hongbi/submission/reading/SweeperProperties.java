package io.hongbi.submission.reading;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When pages that never came back are announced again.
 *
 * @param after how long after the first announcement; each further one waits twice as long
 * @param longest between two announcements
 * @param every how often it is looked
 * @param limit how many pages at one look
 */
@ConfigurationProperties("hongbi.reading.sweeper")
record SweeperProperties(
        @DefaultValue("60s") Duration after,
        @DefaultValue("1h") Duration longest,
        @DefaultValue("5s") Duration every,
        @DefaultValue("100") int limit) {

    SweeperProperties {
        if (!after.isPositive() || !every.isPositive() || limit < 1) {
            throw new IllegalArgumentException(
                    "hongbi.reading.sweeper.after, every and limit must be more than 0");
        }
        if (longest.compareTo(after) < 0) {
            throw new IllegalArgumentException(
                    "hongbi.reading.sweeper.longest must be at least hongbi.reading.sweeper.after");
        }
    }
}
