package io.hongbi.grading.sheet;

import io.hongbi.common.layout.Box;
import java.util.List;

/**
 * The paper in the photo: flat as far as the homography goes, curled as the local field says.
 *
 * @param black ink of print
 */
record Surface(Homography toPhoto, LocalField local, InkField field, double black) {

    /** A printed frame has so much more ink than what lies around it, of black's. */
    private static final double FRAMED = 0.15;

    private static final double INSET_MM = 1;
    private static final double PITCH_MM = 0.3;

    /** A row with so much ink is a printed rule to write on. */
    private static final double RULE = 0.6;

    boolean framed(Box box) {
        var frames = List.of(new FrameGroup.Frame(box, false));
        var shift = local.of(box);
        return new FrameScore(field, toPhoto).of(frames).score(shift.dx(), shift.dy())
                > FRAMED * black;
    }

    BoxInk boxInk() {
        return new BoxInk(field, toPhoto, local, black);
    }

    BoxMargin margin() {
        return new BoxMargin(field, toPhoto, local, black);
    }

    /** The share of a box that has ink, rules left out. */
    double written(Box box) {
        int columns = (int) Math.max(1, (box.widthMm() - 2 * INSET_MM) / PITCH_MM);
        int rows = (int) Math.max(1, (box.heightMm() - 2 * INSET_MM) / PITCH_MM);
        int inked = 0;
        for (int row = 0; row < rows; row++) {
            int inRow = inked(box, columns, INSET_MM + row * PITCH_MM);
            inked += inRow > RULE * columns ? 0 : inRow;
        }
        return (double) inked / (rows * columns);
    }

    private int inked(Box box, int columns, double down) {
        int inked = 0;
        var shift = local.of(box);
        for (int column = 0; column < columns; column++) {
            double right = INSET_MM + column * PITCH_MM;
            var at =
                    toPhoto.toPhoto(
                            new Place(
                                    box.xMm() + right + shift.dx(), box.yMm() + down + shift.dy()));
            inked += field.ink(at.x(), at.y()) > 0.25 * black ? 1 : 0;
        }
        return inked;
    }

    List<double[]> corners(List<Box> boxes, double marginMm) {
        double left = boxes.stream().mapToDouble(Box::xMm).min().orElseThrow() - marginMm;
        double top = boxes.stream().mapToDouble(Box::yMm).min().orElseThrow() - marginMm;
        double right =
                boxes.stream().mapToDouble(b -> b.xMm() + b.widthMm()).max().orElseThrow()
                        + marginMm;
        double bottom =
                boxes.stream().mapToDouble(b -> b.yMm() + b.heightMm()).max().orElseThrow()
                        + marginMm;
        var first = local.of(boxes.getFirst());
        var last = local.of(boxes.getLast());
        return List.of(
                corner(left, top, first),
                corner(right, top, last),
                corner(right, bottom, last),
                corner(left, bottom, first));
    }

    private double[] corner(double x, double y, LocalField.Shift shift) {
        var at = toPhoto.toPhoto(new Place(x + shift.dx(), y + shift.dy()));
        return new double[] {at.x(), at.y()};
    }
}
