package io.hongbi.submission.review;

import java.util.List;

/** Some fields of what a teacher decided have to be put right. */
public final class InvalidAct extends RuntimeException {

    private final List<Fault> faults;

    public InvalidAct(String pointer, Reason reason) {
        this(List.of(new Fault(pointer, reason)));
    }

    InvalidAct(List<Fault> faults) {
        super("Fields to put right: " + faults);
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    /**
     * One field to put right.
     *
     * @param pointer a JSON pointer (RFC 6901)
     */
    public record Fault(String pointer, Reason reason) {}

    /** What is wrong with a field. */
    public enum Reason {
        /** Neither a mark nor a response, or both. */
        MARK_OR_RESPONSE,
        ABOVE_MAXIMUM,
        NEGATIVE,
        TOO_PRECISE,
        TOO_LONG,
        CONTROL_CHARACTERS,
        /** A free answer has no response that the machine could judge. */
        FREE_ANSWER,
        /** Nothing that other papers could show too. */
        NO_GROUP,
        UNREADABLE,
        UNKNOWN_ITEM,
        /** No paper could show that. */
        IMPOSSIBLE_ANSWER,
        DROPPED_ITEM,
        /** What is declined changes nothing. */
        DECLINED,
        MISSING
    }
}
