package io.hongbi.submission.review;

import java.time.Duration;

/** Another teacher looks at the answer just now; take the next one, or come back later. */
public final class Claimed extends RuntimeException {

    private final Duration retryAfter;

    Claimed(Duration retryAfter) {
        super("Another teacher looks at the answer just now; take the next one.");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
