package io.hongbi.submission.web;

/** A limit is a whole number from 1 to 200. */
public final class InvalidLimit extends RuntimeException {

    InvalidLimit() {
        super("A limit is a whole number from 1 to " + Window.MAX_LIMIT + ".");
    }
}
