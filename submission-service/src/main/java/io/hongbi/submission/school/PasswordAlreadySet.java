package io.hongbi.submission.school;

import io.hongbi.common.id.PersonId;

/** The student signs in with a password already; only an admin may replace it. */
public final class PasswordAlreadySet extends RuntimeException {

    PasswordAlreadySet(PersonId id) {
        super("Student " + id + " has a password; an admin can set another.");
    }
}
