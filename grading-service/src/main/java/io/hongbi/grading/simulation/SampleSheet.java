package io.hongbi.grading.simulation;

import io.hongbi.common.id.WorksheetId;
import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.Bubble;
import io.hongbi.common.layout.Fiducial;
import io.hongbi.common.layout.Paper;
import io.hongbi.common.layout.QrPlace;
import io.hongbi.common.layout.SheetItem;
import io.hongbi.common.layout.SheetLayout;
import io.hongbi.common.layout.SheetPage;
import io.hongbi.common.layout.StudentNumber;
import java.util.ArrayList;
import java.util.List;

/** Made-up worksheets of one page, to try and to measure with. */
public final class SampleSheet {

    private static final WorksheetId WORKSHEET =
            WorksheetId.of("0199f000-0000-7000-8000-000000000007");

    private final List<SheetItem> items = new ArrayList<>();

    private SampleSheet() {}

    /** 40 items of all kinds but free answers, eight digits of student number: 211 places. */
    public static SheetLayout mixed() {
        return new SampleSheet().mixedLayout();
    }

    /** 30 numbers of three digits, other numbers, words, a free answer; nothing but writing. */
    public static SheetLayout written() {
        return new SampleSheet().writtenLayout();
    }

    private SheetLayout writtenLayout() {
        for (int row = 0; row < 12; row++) {
            for (int column = 0; column < 3; column++) {
                var boxes = boxes(row < 10 ? 3 : 4, 34 + 55 * column, 47 + 12.5 * row);
                items.add(
                        row < 10
                                ? new SheetItem.Digits(next(), false, 0, boxes)
                                : new SheetItem.Digits(next(), row == 10, column, boxes));
            }
        }
        for (int column = 0; column < 3; column++) {
            items.add(new SheetItem.Letters(next(), boxes(1 + column, 34 + 55 * column, 197)));
        }
        items.add(new SheetItem.Free(next(), new Box(34, 214, 150, 50)));
        return layout(new StudentNumber.Boxes(boxes(8, 30, 29)));
    }

    private SheetLayout layout(StudentNumber number) {
        var page = new SheetPage(1, fiducials(), new QrPlace(173, 8, 14), number, items);
        return new SheetLayout(WORKSHEET, 1, Paper.A4, List.of(page));
    }

    private SheetLayout mixedLayout() {
        for (int row = 0; row < 11; row++) {
            double y = 108 + 10.5 * row;
            items.add(new SheetItem.Choice(next(), false, bubbles("ABCD", 24, y)));
            items.add(
                    row % 2 == 0
                            ? new SheetItem.Choice(next(), true, bubbles("ABCDE", 78, y))
                            : new SheetItem.Choice(next(), false, bubbles("ABCD", 78, y)));
            items.add(new SheetItem.TrueFalse(next(), bubbles("TF", 145, y)));
        }
        for (int column = 0; column < 3; column++) {
            double x = 34 + 55 * column;
            items.add(new SheetItem.Digits(next(), false, 0, boxes(3, x, 228)));
            items.add(
                    column == 2
                            ? new SheetItem.Letters(next(), boxes(1, x, 244))
                            : new SheetItem.Digits(next(), column == 1, column, boxes(4, x, 244)));
        }
        return layout(studentNumber());
    }

    private String next() {
        return "q" + (items.size() + 1);
    }

    private static List<Fiducial> fiducials() {
        return List.of(
                new Fiducial(0, 8, 8, 10),
                new Fiducial(1, 192, 8, 10),
                new Fiducial(2, 192, 279, 10),
                new Fiducial(3, 8, 279, 10));
    }

    private static StudentNumber studentNumber() {
        var columns = new ArrayList<List<Bubble>>();
        for (int column = 0; column < 8; column++) {
            var digits = new ArrayList<Bubble>();
            for (int digit = 0; digit < 10; digit++) {
                digits.add(
                        new Bubble(
                                String.valueOf(digit), 30 + 9.0 * column, 30 + 7.0 * digit, 5, 5));
            }
            columns.add(digits);
        }
        return new StudentNumber.Bubbles(columns);
    }

    private static List<Bubble> bubbles(String values, double x, double y) {
        var bubbles = new ArrayList<Bubble>();
        for (int i = 0; i < values.length(); i++) {
            bubbles.add(new Bubble(values.substring(i, i + 1), x + 10 * i, y, 5, 5));
        }
        return bubbles;
    }

    private static List<Box> boxes(int count, double x, double y) {
        var boxes = new ArrayList<Box>();
        for (int i = 0; i < count; i++) {
            boxes.add(new Box(x + 9 * i, y, 8, 10));
        }
        return boxes;
    }
}
