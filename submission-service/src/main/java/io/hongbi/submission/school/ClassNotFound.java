package io.hongbi.submission.school;

import io.hongbi.common.id.SchoolClassId;

/** There is no such class for whoever asks: none at all, another school's, or somebody else's. */
public final class ClassNotFound extends RuntimeException {

    private final SchoolClassId id;

    public ClassNotFound(SchoolClassId id) {
        super("There is no class " + id + " for whoever asks.");
        this.id = id;
    }

    public SchoolClassId id() {
        return id;
    }
}
