package io.hongbi.submission.assignment;

import io.hongbi.common.id.AssignmentId;

/** There is no such assignment for whoever asks: none at all, or somebody else's. */
public final class AssignmentNotFound extends RuntimeException {

    private final AssignmentId id;

    public AssignmentNotFound(AssignmentId id) {
        super("There is no assignment " + id + " for whoever asks.");
        this.id = id;
    }

    public AssignmentId id() {
        return id;
    }
}
