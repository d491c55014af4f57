package io.hongbi.grading.photo;

/**
 * A line across an image, from left to right.
 *
 * @param left how far below the top it begins, px; less than 0 above it
 * @param right how far below the top it ends, px
 */
record StraightLine(double left, double right) {

    /** Nearer lines are hardly two. */
    private static final double NEAR_PX = 4;

    double fall() {
        return right - left;
    }

    /** Whether it meets the other within the image, or nearly. */
    boolean meets(StraightLine other) {
        double atLeft = left - other.left;
        double atRight = right - other.right;
        return atLeft * atRight <= 0 || Math.min(Math.abs(atLeft), Math.abs(atRight)) <= NEAR_PX;
    }
}
