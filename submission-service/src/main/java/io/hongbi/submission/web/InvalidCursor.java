package io.hongbi.submission.web;

import org.jspecify.annotations.Nullable;

/** The cursor is none that a list gave out; start the list from its beginning. */
public final class InvalidCursor extends RuntimeException {

    InvalidCursor(@Nullable Throwable cause) {
        super("The cursor is none that a list gave out; start from the beginning.", cause);
    }
}
