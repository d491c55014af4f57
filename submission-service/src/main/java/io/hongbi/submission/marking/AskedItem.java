package io.hongbi.submission.marking;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a worksheet or a page asks.
 *
 * @param sheetPage of the worksheet, from 1; photos may be handed in in any order. Of an expression
 *     the number of the photo
 * @param expression what is asked, as the reader puts it; null for all but expressions
 */
public record AskedItem(String itemId, int sheetPage, Kind kind, @Nullable String expression) {

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
        /** A sum, which needs no key: it is worked out. */
        EXPRESSION,
        /** How much of notes is done, as a share from 0 to 1. */
        COMPLETION
    }

    public AskedItem {
        if ((kind == Kind.EXPRESSION) != (expression != null)) {
            throw new IllegalArgumentException("Expressions, and nothing else, have one");
        }
    }

    /** An item of a worksheet. */
    public AskedItem(String itemId, int sheetPage, Kind kind) {
        this(itemId, sheetPage, kind, null);
    }

    /** What papers that ask the same have in common. */
    public String question() {
        return expression == null ? itemId : expression;
    }
}
