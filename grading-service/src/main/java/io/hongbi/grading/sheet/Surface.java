package io.hongbi.grading.sheet;

import io.hongbi.common.layout.Box;
import java.util.List;

/** The paper in the photo: flat as far as the homography goes, curled as the local field says. */
record Surface(Homography toPhoto, LocalField field) {

    List<double[]> corners(List<Box> boxes, double marginMm) {
        double left = boxes.stream().mapToDouble(Box::xMm).min().orElseThrow() - marginMm;
        double top = boxes.stream().mapToDouble(Box::yMm).min().orElseThrow() - marginMm;
        double right =
                boxes.stream().mapToDouble(b -> b.xMm() + b.widthMm()).max().orElseThrow()
                        + marginMm;
        double bottom =
                boxes.stream().mapToDouble(b -> b.yMm() + b.heightMm()).max().orElseThrow()
                        + marginMm;
        var first = field.of(boxes.getFirst());
        var last = field.of(boxes.getLast());
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
