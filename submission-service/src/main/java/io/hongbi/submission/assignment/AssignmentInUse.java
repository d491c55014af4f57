package io.hongbi.submission.assignment;

import io.hongbi.common.id.AssignmentId;

/** Pages were handed in for the assignment, so it stays; close it instead. */
public final class AssignmentInUse extends RuntimeException {

    private final AssignmentId id;

    AssignmentInUse(AssignmentId id) {
        super("Pages were handed in for assignment " + id + ", so it stays; close it instead.");
        this.id = id;
    }

    public AssignmentId id() {
        return id;
    }
}
