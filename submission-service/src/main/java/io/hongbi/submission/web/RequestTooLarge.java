package io.hongbi.submission.web;

/** A request of this kind has at most 1 MB. */
public final class RequestTooLarge extends RuntimeException {

    RequestTooLarge() {
        super("A request of this kind has at most 1 MB.");
    }
}
