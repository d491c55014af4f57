package io.hongbi.submission.worksheet.typeset;

import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.Bubble;
import io.hongbi.common.layout.SheetItem;
import io.hongbi.submission.worksheet.design.DesignItem;
import java.util.ArrayList;
import java.util.List;

/** The bubbles, boxes or region in which one item is answered. */
final class AnswerPlace {

    private static final double LABEL_MM = 4.8;
    private static final double LABEL_GAP_MM = 1.1;
    private static final double OPTION_GAP_MM = 2.7;
    private static final double OPTION_MM = LABEL_MM + Geometry.BUBBLE_MM + OPTION_GAP_MM;
    private static final double BOX_STEP_MM = Geometry.BOX_WIDTH_MM + 1;
    private static final double POINT_MM = 2.2;
    private static final double SIGN_MM = 5;

    private final DesignItem item;
    private final Wording wording;
    private final double widestMm;

    AnswerPlace(DesignItem item, Wording wording, double widestMm) {
        this.item = item;
        this.wording = wording;
        this.widestMm = widestMm;
    }

    double width() {
        return switch (item) {
            case DesignItem.Choice choice -> choice.options() * OPTION_MM - OPTION_GAP_MM;
            case DesignItem.TrueFalse _ -> 2 * OPTION_MM - OPTION_GAP_MM;
            case DesignItem.Digits digits ->
                    digits.length() * BOX_STEP_MM
                            - 1
                            + (digits.sign() ? SIGN_MM + BOX_STEP_MM : 0)
                            + (digits.decimals() > 0 ? POINT_MM : 0);
            case DesignItem.Letters letters -> letters.length() * BOX_STEP_MM - 1;
            case DesignItem.Free _ -> widestMm;
        };
    }

    double height() {
        return switch (item) {
            case DesignItem.Choice _, DesignItem.TrueFalse _ -> Geometry.BUBBLE_MM;
            case DesignItem.Digits _, DesignItem.Letters _ -> Geometry.BOX_HEIGHT_MM;
            case DesignItem.Free free -> free.heightMm();
        };
    }

    /** Whether it may stand behind a short question. */
    boolean fitsBehindText() {
        return !(item instanceof DesignItem.Free);
    }

    /** Draws it and notes where it lies. */
    void draw(Canvas canvas, String itemId, double x, double y) {
        canvas.add(
                switch (item) {
                    case DesignItem.Choice choice ->
                            new SheetItem.Choice(
                                    itemId, choice.multiple(), choice(canvas, choice, x, y));
                    case DesignItem.TrueFalse _ ->
                            new SheetItem.TrueFalse(
                                    itemId,
                                    List.of(
                                            option(canvas, "T", wording.right, x, y),
                                            option(canvas, "F", wording.wrong, x + OPTION_MM, y)));
                    case DesignItem.Digits digits ->
                            new SheetItem.Digits(
                                    itemId,
                                    digits.sign(),
                                    digits.decimals(),
                                    digits(canvas, digits, x, y));
                    case DesignItem.Letters letters ->
                            new SheetItem.Letters(itemId, boxes(canvas, letters.length(), x, y));
                    case DesignItem.Free free ->
                            new SheetItem.Free(
                                    itemId, canvas.region(x, y, widestMm, free.heightMm()));
                });
    }

    private static List<Bubble> choice(Canvas canvas, DesignItem.Choice item, double x, double y) {
        var bubbles = new ArrayList<Bubble>();
        for (int i = 0; i < item.options(); i++) {
            var letter = String.valueOf((char) ('A' + i));
            bubbles.add(option(canvas, letter, letter, x + i * OPTION_MM, y));
        }
        return bubbles;
    }

    private static Bubble option(Canvas canvas, String value, String label, double x, double y) {
        double from = x + LABEL_MM - LABEL_GAP_MM - canvas.width(label, Canvas.BODY_PT);
        canvas.middle(from, y + Geometry.BUBBLE_MM / 2, Canvas.BODY_PT, false, label);
        return canvas.bubble(value, x + LABEL_MM, y);
    }

    private static List<Box> digits(Canvas canvas, DesignItem.Digits item, double x, double y) {
        var boxes = new ArrayList<Box>();
        double at = x;
        if (item.sign()) {
            canvas.middle(at, y + Geometry.BOX_HEIGHT_MM / 2, Canvas.BODY_PT, false, "±");
            boxes.add(canvas.writingBox(at + SIGN_MM, y));
            at += SIGN_MM + BOX_STEP_MM;
        }
        int whole = item.length() - item.decimals();
        boxes.addAll(boxes(canvas, whole, at, y));
        if (item.decimals() > 0) {
            at += whole * BOX_STEP_MM;
            canvas.dot(at - 0.5 + POINT_MM / 2, y + Geometry.BOX_HEIGHT_MM - 0.6, 0.6);
            boxes.addAll(boxes(canvas, item.decimals(), at + POINT_MM, y));
        }
        return boxes;
    }

    private static List<Box> boxes(Canvas canvas, int count, double x, double y) {
        var boxes = new ArrayList<Box>();
        for (int i = 0; i < count; i++) {
            boxes.add(canvas.writingBox(x + i * BOX_STEP_MM, y));
        }
        return boxes;
    }
}
