package io.hongbi.submission.review;

/** There is no such action, or not for this person: both look alike. */
public final class ActionNotFound extends RuntimeException {

    ActionNotFound() {
        super("There is no such action in sight of this person");
    }
}
