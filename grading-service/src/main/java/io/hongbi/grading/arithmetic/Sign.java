package io.hongbi.grading.arithmetic;

/**
 * One character on a line.
 *
 * @param text a digit, one of {@code + - × ÷ = ( ) . < > …}, or what stands for none of them: see
 *     the constants
 * @param hand whether it is written by hand
 */
record Sign(char text, boolean hand) {

    /** A printed place left blank. */
    static final char PLACE = '□';

    /** Print or writing that belongs to no sum. */
    static final char OTHER = '#';

    /** A gap wider than those within a sum. */
    static final char GAP = ' ';

    /** Writing that was crossed out. */
    static final char STRUCK = '~';

    static final char ELLIPSIS = '…';

    /** Reads a label of the network. */
    static Sign of(String label) {
        return new Sign(label.charAt(label.length() - 1), label.length() == 2);
    }

    boolean digit() {
        return text >= '0' && text <= '9';
    }

    boolean operator() {
        return "+-×÷".indexOf(text) >= 0;
    }

    boolean comparison() {
        return "<>=".indexOf(text) >= 0;
    }

    boolean is(char other) {
        return text == other;
    }

    /** As readings write it. */
    String plain() {
        return switch (text) {
            case '×' -> "*";
            case '÷' -> "/";
            case ELLIPSIS -> "...";
            default -> String.valueOf(text);
        };
    }
}
