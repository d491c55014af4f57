package io.hongbi.submission.review.regrade;

/** The request cannot be made, or not be decided, as things stand. */
public final class RegradeRefused extends RuntimeException {

    private final Why why;

    RegradeRefused(Why why) {
        super("A request for a second look was refused: " + why);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** What stands against it. */
    public enum Why {
        /** The student sees no mark there. */
        NOT_RELEASED,
        /** Too late. */
        WINDOW_OVER,
        /** There is one for that answer that nobody has decided yet. */
        ALREADY_OPEN,
        /** A newer attempt counts by now. */
        NOT_THE_LATEST,
        /** It is decided; its override can be undone, or another given. */
        ALREADY_DECIDED
    }
}
