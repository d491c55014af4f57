package io.hongbi.submission.web;

import java.time.Duration;

/** The first request of that key is still at work; a later retry gets its answer. */
public final class RequestInProgress extends RuntimeException {

    private final Duration retryAfter;

    RequestInProgress(Duration retryAfter) {
        super("The first request of that key is still at work; a later retry gets its answer.");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
