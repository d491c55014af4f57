package io.hongbi.submission.marking;

/**
 * One thing that a worksheet asks.
 *
 * @param sheetPage of the worksheet, from 1; photos may be handed in in any order
 */
public record AskedItem(String itemId, int sheetPage, Kind kind) {

    /** The only item of notes. */
    public static final AskedItem COMPLETION = new AskedItem("completion", 1, Kind.COMPLETION);

    /** What kind of answer it asks for, which says how an answer is compared with the key. */
    public enum Kind {
        SINGLE_CHOICE,
        /** Several options may be right, and chosen. */
        MULTIPLE_CHOICE,
        TRUE_FALSE,
        DIGITS,
        LETTERS,
        /** A teacher marks it. */
        FREE,
        /** How much of notes is done, as a share from 0 to 1. */
        COMPLETION
    }
}
