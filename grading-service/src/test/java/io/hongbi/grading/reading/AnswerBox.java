package io.hongbi.grading.reading;

import io.hongbi.common.layout.Box;
import io.hongbi.grading.simulation.PageImage;
import io.hongbi.grading.simulation.PageImage.Place;
import io.hongbi.grading.simulation.sums.WrittenSum;
import java.util.List;

/** A printed box that an answer belongs into. */
record AnswerBox(Box box) {

    private static final double WIDE_MM = 12;

    /** Where a sum that was left open ends. */
    static AnswerBox behind(WrittenSum sum, double highMm) {
        double left = sum.place().xMm() + sum.place().widthMm() + 1;
        double middle = sum.place().yMm() + sum.place().heightMm() / 2;
        return new AnswerBox(new Box(left, middle - highMm / 2, WIDE_MM, highMm));
    }

    void draw(PageImage image) {
        double right = box.xMm() + box.widthMm();
        double bottom = box.yMm() + box.heightMm();
        image.stroke(
                List.of(
                        new Place(box.xMm(), box.yMm()),
                        new Place(right, box.yMm()),
                        new Place(right, bottom),
                        new Place(box.xMm(), bottom),
                        new Place(box.xMm(), box.yMm())),
                0.3,
                40);
    }
}
