package io.hongbi.submission.assignment;

import io.hongbi.common.event.AssignmentKind;

/** Assignments of that kind cannot be set yet; use another. */
public final class KindNotOffered extends RuntimeException {

    KindNotOffered(AssignmentKind kind) {
        super("Assignments of kind " + kind + " cannot be set yet.");
    }
}
