package io.hongbi.submission.intake;

/** The disk kept for uploads under way is used up; a later attempt may succeed. */
final class SpoolFull extends RuntimeException {

    SpoolFull() {
        super("The disk kept for uploads under way is used up; a later attempt may succeed.");
    }

    SpoolFull(Throwable cause) {
        super(
                "The disk kept for uploads could not be written; a later attempt may succeed.",
                cause);
    }
}
