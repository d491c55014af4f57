package io.hongbi.common.layout;

/**
 * A rectangle on the paper, sides parallel to the paper's. Where it is printed as a frame, its
 * sides are the middle of the frame's line; a bubble is the ellipse that touches all four.
 *
 * @param xMm left side, from the left edge of the paper
 * @param yMm upper side, from the upper edge of the paper; y grows downwards
 */
public record Box(double xMm, double yMm, double widthMm, double heightMm) {

    public Box {
        SheetRules.requirePositive(xMm, "xMm");
        SheetRules.requirePositive(yMm, "yMm");
        SheetRules.requirePositive(widthMm, "widthMm");
        SheetRules.requirePositive(heightMm, "heightMm");
    }

    /** Whether the two share more than {@code -gapMm}: 0 lets them touch, 2 wants 2 mm between. */
    public boolean comesWithin(double gapMm, Box other) {
        return xMm < other.xMm + other.widthMm + gapMm
                && other.xMm < xMm + widthMm + gapMm
                && yMm < other.yMm + other.heightMm + gapMm
                && other.yMm < yMm + heightMm + gapMm;
    }
}
