package io.hongbi.submission.review.regrade;

/** There is no such request, or not for this person: both look alike. */
public final class RegradeNotFound extends RuntimeException {

    RegradeNotFound() {
        super("There is no such request in sight of this person");
    }
}
