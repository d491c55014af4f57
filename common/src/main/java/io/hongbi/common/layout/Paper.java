package io.hongbi.common.layout;

/** The paper that a sheet is printed on, upright. */
public record Paper(double widthMm, double heightMm) {

    public static final Paper A4 = new Paper(210, 297);
    public static final Paper LETTER = new Paper(215.9, 279.4);

    public Paper {
        SheetRules.requirePositive(widthMm, "widthMm");
        SheetRules.requirePositive(heightMm, "heightMm");
        if (widthMm > heightMm) {
            throw new IllegalArgumentException("Paper is upright");
        }
    }

    boolean holds(Box box) {
        return box.xMm() + box.widthMm() < widthMm && box.yMm() + box.heightMm() < heightMm;
    }
}
