package io.hongbi.submission.gradebook;

/** No paper has a mark yet; wait for the readings, or decide in the review queue. */
public final class NothingToRelease extends RuntimeException {

    NothingToRelease() {
        super("No paper has a mark yet; wait for the readings, or decide in the review queue.");
    }
}
