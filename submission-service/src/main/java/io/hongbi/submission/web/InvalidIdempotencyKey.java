package io.hongbi.submission.web;

/** An Idempotency-Key has 1 to 255 visible ASCII characters; a UUID serves well. */
public final class InvalidIdempotencyKey extends RuntimeException {

    InvalidIdempotencyKey() {
        super("An Idempotency-Key has 1 to 255 visible ASCII characters; a UUID serves well.");
    }
}
