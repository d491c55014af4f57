package io.hongbi.grading.proof;

import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.Bubble;
import io.hongbi.common.layout.Fiducial;
import io.hongbi.common.layout.Proof.Difference;
import io.hongbi.common.layout.SheetItem;
import io.hongbi.common.layout.SheetPage;
import io.hongbi.common.layout.StudentNumber;
import io.hongbi.grading.simulation.PageImage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks whether everything is printed where the layout says. Pens follow the layout, so a bubble
 * that is printed elsewhere would be filled and read beside its print, and come back equal; this is
 * what notices it.
 */
final class PrintCheck {

    /** Farther off than this a line is somewhere else. */
    private static final double OFF_MM = 0.3;

    private static final double STEP_MM = 0.1;

    /** Of black. */
    private static final double INK = 0.25;

    /** Of an outline, of a marker's modules. */
    private static final double PRINTED = 0.9;

    /** Inside an outline, where nothing but an answer may stand. */
    private static final double CLEAR_MM = 0.8;

    private static final double DIRTY = 0.01;
    private static final double PITCH_MM = 0.25;
    private static final int MODULES = 6;

    private final SheetPage page;
    private final PageImage print;
    private final List<Difference> faults = new ArrayList<>();

    private PrintCheck(SheetPage page, PageImage print) {
        this.page = page;
        this.print = print;
    }

    /** What is not printed where it should, each place as if an answer in it had been lost. */
    static List<Difference> of(SheetPage page, PageImage print) {
        var check = new PrintCheck(page, print);
        check.fiducials();
        check.studentNumber();
        page.items().forEach(check::item);
        return check.faults;
    }

    private void fiducials() {
        for (var fiducial : page.fiducials()) {
            if (!printed(fiducial)) {
                fault(null, "fiducial " + fiducial.id());
            }
        }
    }

    private boolean printed(Fiducial fiducial) {
        double side = fiducial.sizeMm() / MODULES;
        int right = 0;
        for (int row = 0; row < MODULES; row++) {
            for (int column = 0; column < MODULES; column++) {
                double ink =
                        print.ink(
                                fiducial.xMm() + (column + 0.5) * side,
                                fiducial.yMm() + (row + 0.5) * side);
                boolean black = PageImage.isBlackInMarker(fiducial.id(), row, column);
                right += ink > 0.5 == black ? 1 : 0;
            }
        }
        return right == MODULES * MODULES && around(fiducial.box());
    }

    /** White lies around a marker; without it, it is not found. */
    private boolean around(Box box) {
        var wider = new Box(box.xMm() - 1, box.yMm() - 1, box.widthMm() + 2, box.heightMm() + 2);
        return sides(wider).stream().noneMatch(line -> line.covered(print) > DIRTY);
    }

    private void studentNumber() {
        switch (page.studentNumber()) {
            case null -> {}
            case StudentNumber.Bubbles(var columns) -> {
                for (int i = 0; i < columns.size(); i++) {
                    for (var bubble : columns.get(i)) {
                        if (!ring(bubble)) {
                            fault(null, "student number, digit " + (i + 1) + ": " + bubble.value());
                        }
                    }
                }
            }
            case StudentNumber.Boxes(var boxes) -> boxes(null, "student number, box ", boxes);
        }
    }

    private void item(SheetItem item) {
        switch (item) {
            case SheetItem.Choice choice -> bubbles(item, choice.options());
            case SheetItem.TrueFalse trueFalse -> bubbles(item, trueFalse.options());
            case SheetItem.Digits digits -> boxes(item, "box ", digits.boxes());
            case SheetItem.Letters letters -> boxes(item, "box ", letters.boxes());
            case SheetItem.Free free -> {
                if (!framed(free.region())) {
                    fault(item, "frame");
                }
            }
        }
    }

    private void bubbles(SheetItem item, List<Bubble> bubbles) {
        for (var bubble : bubbles) {
            if (!ring(bubble)) {
                fault(item, bubble.value());
            }
        }
    }

    private void boxes(@Nullable SheetItem item, String name, List<Box> boxes) {
        for (int i = 0; i < boxes.size(); i++) {
            if (!framed(boxes.get(i)) || !clear(boxes.get(i))) {
                fault(item, name + (i + 1));
            }
        }
    }

    private void fault(@Nullable SheetItem item, String place) {
        faults.add(new Difference(page.number(), item == null ? null : item.itemId(), place, null));
    }

    private boolean framed(Box box) {
        return sides(box).stream().allMatch(line -> line.covered(print) >= PRINTED);
    }

    private static List<Line> sides(Box box) {
        double right = box.xMm() + box.widthMm();
        double bottom = box.yMm() + box.heightMm();
        return List.of(
                new Line(box.xMm(), box.yMm(), right, box.yMm()),
                new Line(right, box.yMm(), right, bottom),
                new Line(box.xMm(), bottom, right, bottom),
                new Line(box.xMm(), box.yMm(), box.xMm(), bottom));
    }

    private boolean clear(Box box) {
        int inked = 0;
        int seen = 0;
        for (double y = CLEAR_MM; y < box.heightMm() - CLEAR_MM; y += PITCH_MM) {
            for (double x = CLEAR_MM; x < box.widthMm() - CLEAR_MM; x += PITCH_MM) {
                inked += print.ink(box.xMm() + x, box.yMm() + y) > INK ? 1 : 0;
                seen++;
            }
        }
        return inked <= DIRTY * seen;
    }

    /** Whether the ellipse is printed, and nothing in it. */
    private boolean ring(Bubble bubble) {
        double radiusX = bubble.widthMm() / 2;
        double radiusY = bubble.heightMm() / 2;
        int directions = 48;
        int printed = 0;
        int inked = 0;
        for (int i = 0; i < directions; i++) {
            double x = Math.cos(2 * Math.PI * i / directions);
            double y = Math.sin(2 * Math.PI * i / directions);
            double middleX = bubble.xMm() + radiusX;
            double middleY = bubble.yMm() + radiusY;
            printed += crossed(middleX + radiusX * x, middleY + radiusY * y, x, y) ? 1 : 0;
            for (double inside = 0; inside < 1 - CLEAR_MM / radiusX; inside += 0.1) {
                double ink =
                        print.ink(middleX + inside * radiusX * x, middleY + inside * radiusY * y);
                inked += ink > INK ? 1 : 0;
            }
        }
        return printed >= PRINTED * directions && inked <= DIRTY * directions;
    }

    /** Whether a line runs through a point, across a direction. */
    private boolean crossed(double xMm, double yMm, double acrossX, double acrossY) {
        return crossed(print, xMm, yMm, acrossX, acrossY);
    }

    private static boolean crossed(
            PageImage print, double xMm, double yMm, double acrossX, double acrossY) {
        for (double off = -OFF_MM; off <= OFF_MM; off += STEP_MM) {
            if (print.ink(xMm + off * acrossX, yMm + off * acrossY) > INK) {
                return true;
            }
        }
        return false;
    }

    /** A line between two points. */
    private record Line(double fromX, double fromY, double toX, double toY) {

        /** The share of it that is printed. */
        double covered(PageImage print) {
            double length = Math.hypot(toX - fromX, toY - fromY);
            double alongX = (toX - fromX) / length;
            double alongY = (toY - fromY) / length;
            int steps = (int) (length / PITCH_MM);
            int printed = 0;
            for (int i = 0; i <= steps; i++) {
                double at = length * i / steps;
                printed +=
                        crossed(print, fromX + at * alongX, fromY + at * alongY, -alongY, alongX)
                                ? 1
                                : 0;
            }
            return (double) printed / (steps + 1);
        }
    }
}
