package io.hongbi.submission.review.regrade;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * For how long students may ask.
 *
 * @param window from when on the mark could be seen first; 0 lets nobody ask
 */
@ConfigurationProperties("hongbi.regrade")
record RegradeProperties(@DefaultValue("7d") Duration window) {

    RegradeProperties {
        if (window.isNegative()) {
            throw new IllegalArgumentException("hongbi.regrade.window must not be negative");
        }
    }
}
