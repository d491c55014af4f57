package io.hongbi.submission.worksheet.print;

import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.SheetPage;
import io.hongbi.common.layout.StudentNumber;
import io.hongbi.submission.worksheet.typeset.Mark;
import io.hongbi.submission.worksheet.typeset.Typeface;
import io.hongbi.submission.worksheet.typeset.TypesetSheet;
import io.hongbi.submission.worksheet.typeset.TypesetSheet.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What one student's copy has more than the others: the name, and the number filled in. */
final class CopyFor {

    private static final double SIZE_PT = 10.5;
    private static final double SMALLEST_PT = 6;
    private static final double FIGURE_PT = 16;

    /** Printed for a character of a name that the font lacks, as Japanese printers do. */
    private static final String LACKING = "〓";

    private final Typeface typeface;

    CopyFor(Typeface typeface) {
        this.typeface = typeface;
    }

    List<Mark> marks(PrintedStudent student, SheetPage layout, TypesetSheet.Page page) {
        var marks = new ArrayList<Mark>();
        marks.add(within(page.name(), printable(student.name())));
        var number = student.number();
        if (number == null) {
            return marks;
        }
        switch (layout.studentNumber()) {
            case StudentNumber.Bubbles bubbles ->
                    fill(bubbles, last(bubbles.digits(), number), page, marks);
            case StudentNumber.Boxes(var boxes) -> {
                var digits = last(boxes.size(), number);
                for (int i = 0; i < digits.length(); i++) {
                    marks.add(figure(boxes.get(i), digits.substring(i, i + 1)));
                }
            }
            case null -> {
                if (page.studentNumber() != null) {
                    marks.add(within(page.studentNumber(), number));
                }
            }
        }
        return marks;
    }

    /** Of a number that is longer than its places the last digits are filled in. */
    private static String last(int digits, String number) {
        return number.substring(Math.max(0, number.length() - digits));
    }

    private void fill(
            StudentNumber.Bubbles bubbles,
            String number,
            TypesetSheet.Page page,
            List<Mark> marks) {
        for (int i = 0; i < number.length(); i++) {
            var box = bubbles.columns().get(i).get(number.charAt(i) - '0').box();
            double radius = box.widthMm() / 2;
            marks.add(new Mark.Dot(box.xMm() + radius, box.yMm() + radius, radius));
            if (page.studentNumber() != null) {
                var figure = number.substring(i, i + 1);
                double width = typeface.widthMm(figure, SIZE_PT, false);
                marks.add(
                        new Mark.Text(
                                box.xMm() + radius - width / 2,
                                page.studentNumber().yMm(),
                                SIZE_PT,
                                false,
                                figure));
            }
        }
    }

    private Mark figure(Box box, String figure) {
        double width = typeface.widthMm(figure, FIGURE_PT, false);
        double halfCap = 0.733 / 2 * FIGURE_PT * Typeface.MM_PER_PT;
        return new Mark.Text(
                box.xMm() + (box.widthMm() - width) / 2,
                box.yMm() + box.heightMm() / 2 + halfCap,
                FIGURE_PT,
                false,
                figure);
    }

    /** As large as fits; what does not fit at the smallest size is cut. */
    private Mark within(Slot slot, String text) {
        double width = typeface.widthMm(text, SIZE_PT, false);
        double size = Math.clamp(SIZE_PT * slot.widthMm() / width, SMALLEST_PT, SIZE_PT);
        var shown = text;
        while (shown.length() > 1 && typeface.widthMm(shown, size, false) > slot.widthMm()) {
            shown = shown.substring(0, shown.offsetByCodePoints(shown.length(), -1));
        }
        return new Mark.Text(slot.xMm(), slot.yMm(), size, false, shown);
    }

    private String printable(String name) {
        return name.codePoints()
                .mapToObj(c -> typeface.covers(c, false) ? Character.toString(c) : LACKING)
                .collect(Collectors.joining());
    }
}
