package io.hongbi.submission.school;

import io.hongbi.common.id.PersonId;

/** There is no such student for whoever asks: none at all, or one of somebody else's class. */
public final class StudentNotFound extends RuntimeException {

    StudentNotFound(PersonId id) {
        super("There is no student " + id + " for whoever asks.");
    }
}
