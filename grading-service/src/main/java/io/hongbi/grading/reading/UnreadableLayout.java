package io.hongbi.grading.reading;

/** Bytes that are no layout of a worksheet; another attempt at the same bytes will not help. */
public final class UnreadableLayout extends RuntimeException {

    UnreadableLayout(Throwable cause) {
        super("These bytes are no layout of a worksheet.", cause);
    }
}
