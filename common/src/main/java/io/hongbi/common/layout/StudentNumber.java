package io.hongbi.common.layout;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hongbi.common.layout.StudentNumber.Boxes;
import io.hongbi.common.layout.StudentNumber.Bubbles;
import java.util.List;

/** Where the student's number is given, digit by digit from the left. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Bubbles.class, name = "bubbles"),
    @JsonSubTypes.Type(value = Boxes.class, name = "boxes")
})
public sealed interface StudentNumber {

    /** How many digits the number has. */
    int digits();

    /** All places, of the first digit first. */
    List<Box> places();

    /**
     * A column of bubbles per digit.
     *
     * @param columns from the left, each of the bubbles 0 to 9 in that order
     */
    record Bubbles(List<List<Bubble>> columns) implements StudentNumber {

        public Bubbles {
            columns = columns.stream().map(List::copyOf).toList();
            SheetRules.requireBetween(columns.size(), 1, SheetCode.LONGEST_STUDENT_NUMBER);
            for (var column : columns) {
                SheetRules.requireValues(column, "0123456789");
            }
        }

        @Override
        public int digits() {
            return columns.size();
        }

        @Override
        public List<Box> places() {
            return columns.stream().flatMap(List::stream).map(Bubble::box).toList();
        }
    }

    /** A box per digit, to write in. */
    record Boxes(List<Box> boxes) implements StudentNumber {

        public Boxes {
            boxes = List.copyOf(boxes);
            SheetRules.requireBetween(boxes.size(), 1, SheetCode.LONGEST_STUDENT_NUMBER);
        }

        @Override
        public int digits() {
            return boxes.size();
        }

        @Override
        public List<Box> places() {
            return boxes;
        }
    }
}
