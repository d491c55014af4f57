package io.hongbi.grading.photo;

/**
 * A connected part of an image: its box in pixels from the top left corner.
 *
 * @param area how many pixels belong to it
 */
public record Blob(int left, int top, int width, int height, int area) {

    /** The first row below it. */
    public int bottom() {
        return top + height;
    }

    /** The first column to its right. */
    public int right() {
        return left + width;
    }
}
