package io.hongbi.submission.assignment;

import java.util.List;

/** Some fields have to be put right. */
public final class InvalidAssignment extends RuntimeException {

    private final List<Fault> faults;

    InvalidAssignment(List<Fault> faults) {
        super("Fields to put right: " + faults);
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    /**
     * One field to put right.
     *
     * @param field its name in the request
     */
    public record Fault(String field, Reason reason) {}

    /** What is wrong with a field. */
    public enum Reason {
        MISSING,
        TOO_LONG,
        /** Control characters. */
        BAD_TITLE,
        UNREADABLE,
        BEFORE_OPENING,
        BEFORE_DUE,
        UNKNOWN_WORKSHEET,
        /** A time of release where marks are shown as soon as they are certain. */
        RELEASED_AUTOMATICALLY,
        /** Marks for completion of what is no notes. */
        NOTES_ONLY,
        FIXED
    }
}
