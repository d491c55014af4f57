package io.hongbi.common.layout;

/**
 * A place to fill. Nothing is printed inside it.
 *
 * @param value what filling it says: an option's letter, T or F, a digit
 */
public record Bubble(String value, double xMm, double yMm, double widthMm, double heightMm) {

    public Bubble {
        if (value.length() != 1) {
            throw new IllegalArgumentException("A bubble stands for one character, was " + value);
        }
        new Box(xMm, yMm, widthMm, heightMm);
    }

    public Box box() {
        return new Box(xMm, yMm, widthMm, heightMm);
    }
}
