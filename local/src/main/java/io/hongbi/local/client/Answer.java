package io.hongbi.local.client;

import java.time.Duration;
import java.util.Optional;

/**
 * What came back for a request.
 *
 * @param location of what was made, empty where nothing was
 * @param retryAfter how long the server asks to wait
 * @param traceId empty where the answer has none
 */
public record Answer(
        int status, String body, String location, Optional<Duration> retryAfter, String traceId) {

    /** Whether a photo was accepted. */
    public boolean isAccepted() {
        return status == 202;
    }

    /** Whether the same request may succeed later. */
    public boolean isWorthRetrying() {
        return status >= 500
                || status == 429
                || status == 408
                || (status == 409 && retryAfter.isPresent());
    }

    /** The last segment of the location: the id of what was made. */
    public String id() {
        return location.substring(location.lastIndexOf('/') + 1);
    }
}
