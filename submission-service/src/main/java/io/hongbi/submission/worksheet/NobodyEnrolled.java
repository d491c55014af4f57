package io.hongbi.submission.worksheet;

import io.hongbi.common.id.SchoolClassId;

/** There is nobody to print a copy for; import the roster of the class first. */
public final class NobodyEnrolled extends RuntimeException {

    NobodyEnrolled(SchoolClassId id) {
        super("Nobody is enrolled in class " + id);
    }
}
