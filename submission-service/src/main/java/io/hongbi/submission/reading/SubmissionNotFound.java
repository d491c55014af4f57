package io.hongbi.submission.reading;

/** There is no such submission, page or assignment, or not for this person: both look alike. */
public final class SubmissionNotFound extends RuntimeException {

    public SubmissionNotFound() {
        super("There is no such submission, page or assignment in sight of this person");
    }
}
