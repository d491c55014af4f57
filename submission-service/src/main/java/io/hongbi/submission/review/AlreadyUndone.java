package io.hongbi.submission.review;

/** The action is undone already; undo the undoing to bring it back. */
public final class AlreadyUndone extends RuntimeException {

    AlreadyUndone() {
        super("The action is undone already; undo the undoing to bring it back.");
    }
}
