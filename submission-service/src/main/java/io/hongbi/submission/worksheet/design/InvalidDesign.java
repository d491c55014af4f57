package io.hongbi.submission.worksheet.design;

import java.util.List;

/** The design cannot be printed; its fields have to be put right. */
public final class InvalidDesign extends RuntimeException {

    private final List<Fault> faults;

    public InvalidDesign(List<Fault> faults) {
        super("Fields to put right: " + faults.stream().map(Fault::pointer).toList());
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }

    /**
     * One field to put right.
     *
     * @param pointer where it lies, a JSON pointer
     * @param arguments what the text of the reason names: limits, never what was sent
     */
    public record Fault(String pointer, Reason reason, List<Object> arguments) {

        public Fault {
            arguments = List.copyOf(arguments);
        }

        public Fault(String pointer, Reason reason, Object... arguments) {
            this(pointer, reason, List.of(arguments));
        }
    }

    /** What is wrong with a field. */
    public enum Reason {
        MISSING,
        /** Of another JSON type, or none of the words it may be. */
        UNREADABLE,
        /** Arguments: least and most. */
        OUT_OF_RANGE,
        /** Argument: most characters. */
        TOO_LONG,
        /** Argument: most items. */
        TOO_MANY,
        CONTROL_CHARACTERS,
        /** Argument: the first such character, as U+XXXX. */
        NO_GLYPH,
        /** More than two decimals. */
        TOO_PRECISE,
        /** Fewer digits than decimals need. */
        DECIMALS,
        KEY_NOT_AN_OPTION,
        KEY_NOT_TRUE_OR_FALSE,
        /** It does not fit the boxes. */
        KEY_NOT_A_NUMBER,
        KEY_NOT_A_WORD,
        KEY_OF_FREE_ANSWER,
        /** With its prompt it is taller than a page. */
        TALLER_THAN_A_PAGE,
        /** Argument: most pages. */
        TOO_MANY_PAGES
    }
}
