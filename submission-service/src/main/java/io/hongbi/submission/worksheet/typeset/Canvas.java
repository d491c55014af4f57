package io.hongbi.submission.worksheet.typeset;

import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.Bubble;
import io.hongbi.common.layout.SheetItem;
import io.hongbi.common.layout.SheetPage;
import io.hongbi.common.layout.StudentNumber;
import io.hongbi.submission.worksheet.typeset.TypesetSheet.Slot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page while it is being set: what is drawn is noted for the reader in the same breath. */
final class Canvas {

    static final double BODY_PT = 10.5;
    static final double SMALL_PT = 9;

    /** From one baseline to the next. */
    static final double LEADING_MM = 5.8;

    /** From the middle of a line of body text down to its baseline. */
    private static final double HALF_CAP = 0.733 / 2 * Typeface.MM_PER_PT;

    private final Geometry geometry;
    private final Typeface typeface;
    private final List<Mark> marks = new ArrayList<>();
    private final List<SheetItem> items = new ArrayList<>();
    private @Nullable StudentNumber studentNumber;
    private @Nullable Slot nameSlot;
    private @Nullable Slot numberSlot;

    Canvas(Geometry geometry, Typeface typeface) {
        this.geometry = geometry;
        this.typeface = typeface;
    }

    /** Draws text and returns where it ends. Bold where the bold font has all of it. */
    double text(double x, double baseline, double sizePt, boolean bold, String text) {
        boolean heavy = bold && typeface.covers(text, true);
        if (!text.isBlank()) {
            marks.add(
                    new Mark.Text(
                            Geometry.round(x), Geometry.round(baseline), sizePt, heavy, text));
        }
        return x + typeface.widthMm(text, sizePt, heavy);
    }

    /** Draws text whose capitals and figures stand around that height. */
    double middle(double x, double middle, double sizePt, boolean bold, String text) {
        return text(x, middle + HALF_CAP * sizePt, sizePt, bold, text);
    }

    double width(String text, double sizePt) {
        return typeface.widthMm(text, sizePt, false);
    }

    void rule(double fromX, double toX, double y) {
        marks.add(
                new Mark.Line(
                        Geometry.round(fromX),
                        Geometry.round(y),
                        Geometry.round(toX),
                        Geometry.round(y),
                        Geometry.RULE_MM));
    }

    void dot(double x, double y, double radius) {
        marks.add(new Mark.Dot(Geometry.round(x), Geometry.round(y), radius));
    }

    /** A frame that nobody reads. */
    void frame(double x, double y, double width, double height) {
        marks.add(new Mark.Frame(Geometry.box(x, y, width, height), Geometry.RULE_MM));
    }

    /** A ring that nobody reads. */
    void ring(double x, double y) {
        marks.add(new Mark.Ring(bubbleAt(x, y), Geometry.FRAME_MM));
    }

    Bubble bubble(String value, double x, double y) {
        var box = bubbleAt(x, y);
        marks.add(new Mark.Ring(box, Geometry.FRAME_MM));
        return new Bubble(value, box.xMm(), box.yMm(), box.widthMm(), box.heightMm());
    }

    Box writingBox(double x, double y) {
        return region(x, y, Geometry.BOX_WIDTH_MM, Geometry.BOX_HEIGHT_MM);
    }

    Box region(double x, double y, double width, double height) {
        var box = Geometry.box(x, y, width, height);
        marks.add(new Mark.Frame(box, Geometry.FRAME_MM));
        return box;
    }

    void add(SheetItem item) {
        items.add(item);
    }

    void studentNumber(StudentNumber place) {
        studentNumber = place;
    }

    void nameSlot(double x, double baseline, double width) {
        nameSlot = slot(x, baseline, width);
    }

    void numberSlot(double x, double baseline, double width) {
        numberSlot = slot(x, baseline, width);
    }

    SheetPage layout(int number) {
        return new SheetPage(number, geometry.fiducials(), geometry.qr(), studentNumber, items);
    }

    TypesetSheet.Page drawing() {
        return new TypesetSheet.Page(
                marks,
                nameSlot == null ? slot(geometry.left(), geometry.top(), 1) : nameSlot,
                numberSlot);
    }

    private static Slot slot(double x, double baseline, double width) {
        return new Slot(Geometry.round(x), Geometry.round(baseline), Geometry.round(width));
    }

    private static Box bubbleAt(double x, double y) {
        return Geometry.box(x, y, Geometry.BUBBLE_MM, Geometry.BUBBLE_MM);
    }
}
