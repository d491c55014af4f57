package io.hongbi.submission.gradebook.export;

/** What was being sent broke off in its middle; the connection is cut, ask for it again. */
public final class CutShort extends RuntimeException {

    CutShort(RuntimeException cause) {
        super("An answer broke off in its middle.", cause);
    }
}
