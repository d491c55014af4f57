package io.hongbi.submission.web;

/** The key was used for a request with other content; a new request needs a new key. */
public final class IdempotencyMismatch extends RuntimeException {

    IdempotencyMismatch() {
        super("The key was used for a request with other content; use a new key.");
    }
}
