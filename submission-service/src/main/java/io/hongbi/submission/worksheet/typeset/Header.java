package io.hongbi.submission.worksheet.typeset;

import io.hongbi.submission.worksheet.design.DesignItem;
import io.hongbi.submission.worksheet.design.SheetDesign;
import io.hongbi.submission.worksheet.design.SheetDesign.StudentNumberField;
import io.hongbi.submission.worksheet.design.SheetDesign.StudentNumberField.As;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The head of the pages: title, who fills the sheet in, and how. */
final class Header {

    private static final double TITLE_PT = 16;
    private static final double LONG_TITLE_PT = 11.5;
    private static final double ROW_MM = 10.5;

    private final SheetDesign design;
    private final Wording wording;
    private final Typeface typeface;
    private final Geometry geometry;

    Header(SheetDesign design, Wording wording, Typeface typeface, Geometry geometry) {
        this.design = design;
        this.wording = wording;
        this.typeface = typeface;
        this.geometry = geometry;
    }

    /** Draws the head of the first page and returns where the items start. */
    double first(Canvas canvas) {
        double y = title(canvas);
        canvas.rule(geometry.left(), geometry.right(), y);
        y += 4;
        var field = design.studentNumber();
        if (field != null && field.as() == As.BUBBLES) {
            y = besideBubbles(canvas, y, field);
        } else {
            y = acrossThePage(canvas, y, field);
        }
        canvas.rule(geometry.left(), geometry.right(), y);
        return y + 4.5;
    }

    /** Draws the head of a later page and returns where the items start. */
    double later(Canvas canvas) {
        double left = geometry.left();
        var paragraph = new Paragraph(typeface, Canvas.SMALL_PT, false);
        double width = geometry.headerRight() - left;
        canvas.text(
                left,
                13,
                Canvas.SMALL_PT,
                false,
                paragraph.lines(design.title(), width).getFirst());
        double middle = left + width * 0.55;
        double from = canvas.text(left, 20.5, Canvas.SMALL_PT, false, wording.name) + 2;
        canvas.rule(from, middle - 4, 21.5);
        canvas.nameSlot(from + 1, 20.5, middle - 4 - from - 1);
        double number =
                canvas.text(middle, 20.5, Canvas.SMALL_PT, false, wording.studentNumber) + 2;
        canvas.rule(number, geometry.headerRight(), 21.5);
        canvas.numberSlot(number + 1, 20.5, geometry.headerRight() - number - 1);
        canvas.rule(geometry.left(), geometry.right(), geometry.top());
        return geometry.top() + 4.5;
    }

    private double title(Canvas canvas) {
        double left = geometry.left();
        double width = geometry.headerRight() - left;
        var large = new Paragraph(typeface, TITLE_PT, true).lines(design.title(), width);
        boolean oneLine = large.size() == 1;
        double size = oneLine ? TITLE_PT : LONG_TITLE_PT;
        var lines =
                oneLine ? large : new Paragraph(typeface, size, true).lines(design.title(), width);
        double y = oneLine ? 14 : 12;
        for (var line : lines) {
            canvas.text(left, y, size, true, line);
            y += oneLine ? 6.8 : 5.2;
        }
        var points =
                design.items().stream()
                        .map(DesignItem::points)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        canvas.text(
                left, y, Canvas.SMALL_PT, false, wording.summary(design.items().size(), points));
        return Math.max(geometry.top(), y + 3.2);
    }

    private double besideBubbles(Canvas canvas, double y, StudentNumberField field) {
        var number = new StudentNumberBlock(field.digits(), wording);
        double x = geometry.right() - number.bubblesWidth();
        number.drawBubbles(canvas, x, y);
        double end = x - 6;
        double row = y;
        line(canvas, wording.name, geometry.left(), end, row, true);
        row += ROW_MM;
        line(canvas, wording.schoolClass, geometry.left(), end, row, false);
        row += ROW_MM;
        line(canvas, wording.date, geometry.left(), end, row, false);
        double below = instructions(canvas, geometry.left(), end, row + ROW_MM + 4);
        return Math.max(below, y + number.bubblesHeight()) + 2.5;
    }

    private double acrossThePage(Canvas canvas, double y, @Nullable StudentNumberField field) {
        double third = geometry.width() / 3;
        double left = geometry.left();
        line(canvas, wording.name, left, left + third - 4, y, true);
        line(canvas, wording.schoolClass, left + third, left + 2 * third - 4, y, false);
        line(canvas, wording.date, left + 2 * third, geometry.right(), y, false);
        double below = y + ROW_MM + 1;
        if (field != null) {
            new StudentNumberBlock(field.digits(), wording).drawBoxes(canvas, left, below);
            below += Geometry.BOX_HEIGHT_MM + 3;
        }
        return instructions(canvas, left, geometry.right(), below) + 1.5;
    }

    private void line(
            Canvas canvas, String label, double fromX, double toX, double y, boolean name) {
        double baseline = y + 5.5;
        double from = canvas.text(fromX, baseline, Canvas.BODY_PT, true, label) + 2.5;
        canvas.rule(from, toX, baseline + 1.2);
        if (name) {
            canvas.nameSlot(from + 1.5, baseline, toX - from - 2);
        }
    }

    /** How to fill the sheet in, as far as this sheet needs it; returns where it ends. */
    private double instructions(Canvas canvas, double x, double toX, double y) {
        double at = y;
        if (hasBubbles()) {
            at = samples(canvas, x, at);
            at = note(canvas, wording.aboutBubbles, x, toX, at);
        }
        if (hasBoxes()) {
            at = note(canvas, wording.aboutBoxes, x, toX, at);
        }
        return note(canvas, wording.aboutPhoto, x, toX, at);
    }

    private double note(Canvas canvas, String text, double x, double toX, double y) {
        List<String> lines = new Paragraph(typeface, Canvas.SMALL_PT, false).lines(text, toX - x);
        double at = y;
        for (var line : lines) {
            canvas.middle(x, at + 2.4, Canvas.SMALL_PT, false, line);
            at += 4.8;
        }
        return at;
    }

    private double samples(Canvas canvas, double x, double y) {
        double middle = y + Geometry.BUBBLE_MM / 2;
        double at = canvas.middle(x, middle, Canvas.SMALL_PT, false, wording.filledRight) + 2;
        canvas.ring(at, y);
        canvas.dot(at + Geometry.BUBBLE_MM / 2, middle, Geometry.BUBBLE_MM / 2);
        at += Geometry.BUBBLE_MM + 7;
        at = canvas.middle(at, middle, Canvas.SMALL_PT, false, wording.filledWrong) + 2;
        for (var wrong : List.of("√", "×", "•")) {
            canvas.ring(at, y);
            double width = typeface.widthMm(wrong, Canvas.SMALL_PT, false);
            canvas.middle(
                    at + (Geometry.BUBBLE_MM - width) / 2, middle, Canvas.SMALL_PT, false, wrong);
            at += Geometry.BUBBLE_MM + 2.5;
        }
        return y + Geometry.BUBBLE_MM + 1.8;
    }

    private boolean hasBubbles() {
        var field = design.studentNumber();
        return (field != null && field.as() == As.BUBBLES)
                || design.items().stream()
                        .anyMatch(item ->
                                item instanceof DesignItem.Choice
                                        || item instanceof DesignItem.TrueFalse);
    }

    private boolean hasBoxes() {
        var field = design.studentNumber();
        return (field != null && field.as() == As.BOXES)
                || design.items().stream()
                        .anyMatch(item ->
                                item instanceof DesignItem.Digits
                                        || item instanceof DesignItem.Letters);
    }
}
