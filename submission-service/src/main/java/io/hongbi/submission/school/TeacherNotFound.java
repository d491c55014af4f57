package io.hongbi.submission.school;

import io.hongbi.common.id.PersonId;

/** There is no such teacher for whoever asks: not in the school, or not of that class. */
public final class TeacherNotFound extends RuntimeException {

    TeacherNotFound(PersonId id) {
        super("There is no teacher " + id + " for whoever asks.");
    }
}
