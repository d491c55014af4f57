package io.hongbi.submission.worksheet.typeset;

import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.Bubble;
import io.hongbi.common.layout.StudentNumber;
import java.util.ArrayList;
import java.util.List;

/** Where the student's number is written or filled in. */
final class StudentNumberBlock {

    private static final double STEP_MM = 6.6;
    private static final double ROW_MM = 6;
    private static final double FIGURES_MM = 5;
    private static final double WRITE_MM = 7.5;

    private final int digits;
    private final Wording wording;

    StudentNumberBlock(int digits, Wording wording) {
        this.digits = digits;
        this.wording = wording;
    }

    /** Of the bubbles with a column of figures on each side. */
    double bubblesWidth() {
        return digits * STEP_MM + 2 * FIGURES_MM;
    }

    double bubblesHeight() {
        return Canvas.LEADING_MM + WRITE_MM + 1.5 + 10 * ROW_MM;
    }

    /** A row to write the figures in, for people, and a column of bubbles under each. */
    void drawBubbles(Canvas canvas, double x, double y) {
        canvas.middle(
                x + FIGURES_MM,
                y + Canvas.LEADING_MM / 2 - 0.4,
                Canvas.BODY_PT,
                true,
                wording.studentNumber);
        double write = y + Canvas.LEADING_MM;
        double first = write + WRITE_MM + 1.5;
        var columns = new ArrayList<List<Bubble>>();
        for (int column = 0; column < digits; column++) {
            double at = x + FIGURES_MM + column * STEP_MM;
            canvas.frame(at, write, STEP_MM, WRITE_MM);
            columns.add(column(canvas, at + (STEP_MM - Geometry.BUBBLE_MM) / 2, first));
        }
        for (int figure = 0; figure < 10; figure++) {
            double middle = first + figure * ROW_MM + Geometry.BUBBLE_MM / 2;
            canvas.middle(x + 1.4, middle, Canvas.SMALL_PT, false, "" + figure);
            canvas.middle(
                    x + FIGURES_MM + digits * STEP_MM + 1.6,
                    middle,
                    Canvas.SMALL_PT,
                    false,
                    "" + figure);
        }
        canvas.numberSlot(x + FIGURES_MM + 0.6, write + 5.4, STEP_MM);
        canvas.studentNumber(new StudentNumber.Bubbles(columns));
    }

    /** A row of boxes behind their label; returns where it ends. */
    double drawBoxes(Canvas canvas, double x, double y) {
        double at =
                canvas.middle(
                                x,
                                y + Geometry.BOX_HEIGHT_MM / 2,
                                Canvas.BODY_PT,
                                true,
                                wording.studentNumber)
                        + 3;
        var boxes = new ArrayList<Box>();
        for (int i = 0; i < digits; i++) {
            boxes.add(canvas.writingBox(at + i * (Geometry.BOX_WIDTH_MM + 1), y));
        }
        canvas.studentNumber(new StudentNumber.Boxes(boxes));
        return at + digits * (Geometry.BOX_WIDTH_MM + 1);
    }

    private static List<Bubble> column(Canvas canvas, double x, double y) {
        var bubbles = new ArrayList<Bubble>();
        for (int figure = 0; figure < 10; figure++) {
            bubbles.add(canvas.bubble("" + figure, x, y + figure * ROW_MM));
        }
        return bubbles;
    }
}
