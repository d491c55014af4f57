package io.hongbi.submission.worksheet.typeset;

import io.hongbi.submission.worksheet.design.DesignItem;
import io.hongbi.submission.worksheet.design.SheetDesign;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One item: its number, its points, its question, and the place for the answer. */
final class ItemBlock {

    private static final double NUMBER_MM = 8.5;
    private static final double GAP_MM = 3;
    private static final double POINTS_PT = 8.5;

    private final int index;
    private final AnswerPlace answer;
    private final String points;
    private final List<String> lines;
    private final boolean behind;
    private final double behindMm;
    private final boolean half;

    /**
     * @param index from 0
     * @param widthMm of a line from margin to margin
     * @param halfMm of a column where two stand side by side
     */
    ItemBlock(
            int index,
            DesignItem item,
            Wording wording,
            Typeface typeface,
            double widthMm,
            double halfMm) {
        this.index = index;
        answer = new AnswerPlace(item, wording, widthMm - NUMBER_MM);
        points = wording.points(item);
        var body = new Paragraph(typeface, Canvas.BODY_PT, false);
        double pointsMm = typeface.widthMm(points, POINTS_PT, false);
        var text = textOf(item.prompt(), points);
        lines = text.isEmpty() ? List.of() : body.lines(text, widthMm - NUMBER_MM);
        behindMm = lines.isEmpty() ? 0 : body.width(lines.getFirst()) + GAP_MM;
        double onOneLine =
                NUMBER_MM + behindMm + answer.width() + (lines.isEmpty() ? GAP_MM + pointsMm : 0);
        behind = lines.size() <= 1 && answer.fitsBehindText() && onOneLine <= widthMm;
        half = behind && onOneLine <= halfMm;
    }

    /** Whether two fit side by side. */
    boolean half() {
        return half;
    }

    /** Whether it is the question, and not the room for the answer, that makes it tall. */
    boolean wordy() {
        return textHeight() > answer.height();
    }

    double height() {
        return behind
                ? Math.max(answer.height(), Canvas.LEADING_MM)
                : textHeight() + answer.height();
    }

    void draw(Canvas canvas, double x, double y) {
        double firstMiddle = behind ? y + height() / 2 : y + Canvas.LEADING_MM / 2;
        canvas.middle(x, firstMiddle, Canvas.BODY_PT, true, (index + 1) + ".");
        for (int i = 0; i < lines.size(); i++) {
            canvas.middle(
                    x + NUMBER_MM,
                    firstMiddle + i * Canvas.LEADING_MM,
                    Canvas.BODY_PT,
                    false,
                    lines.get(i));
        }
        if (behind) {
            double top = y + (height() - answer.height()) / 2;
            double from = x + NUMBER_MM + behindMm;
            answer.draw(canvas, SheetDesign.itemId(index), from, top);
            if (lines.isEmpty()) {
                canvas.middle(
                        from + answer.width() + GAP_MM, firstMiddle, POINTS_PT, false, points);
            }
        } else {
            answer.draw(canvas, SheetDesign.itemId(index), x + NUMBER_MM, y + textHeight());
        }
    }

    private double textHeight() {
        return Math.max(1, lines.size()) * Canvas.LEADING_MM + 1.2;
    }

    private static String textOf(@Nullable String prompt, String points) {
        return prompt == null ? "" : points + " " + prompt;
    }
}
