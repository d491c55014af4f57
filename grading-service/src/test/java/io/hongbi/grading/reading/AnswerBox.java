package io.hongbi.grading.reading;

import io.hongbi.common.layout.Box;
import io.hongbi.grading.simulation.PageImage;
import io.hongbi.grading.simulation.PageImage.Place;
import io.hongbi.grading.simulation.sums.WrittenSum;
import java.util.List;

/** A printed box that an answer belongs into, three times as high as digits are. */
record AnswerBox(Box box) {

    private static final double HIGH_MM = 10;
    private static final double WIDE_MM = 12;

    /** Where a sum that was left open ends. */
    static AnswerBox behind(WrittenSum sum) {
        double left = sum.place().xMm() + sum.place().widthMm() + 1;
        return new AnswerBox(new Box(left, sum.place().yMm() - 2, WIDE_MM, HIGH_MM));
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
