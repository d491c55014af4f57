package io.hongbi.submission.worksheet.typeset;

/** How wide text runs, in the fonts that the sheet will be printed with. */
public interface Typeface {

    double MM_PER_PT = 25.4 / 72;

    /** Whether there is a glyph for it. */
    boolean covers(int codePoint, boolean bold);

    double widthMm(String text, double sizePt, boolean bold);

    default boolean covers(String text, boolean bold) {
        return text.codePoints().allMatch(c -> covers(c, bold));
    }
}
