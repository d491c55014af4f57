package io.hongbi.common.layout;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hongbi.common.layout.SheetItem.Choice;
import io.hongbi.common.layout.SheetItem.Digits;
import io.hongbi.common.layout.SheetItem.Free;
import io.hongbi.common.layout.SheetItem.Letters;
import io.hongbi.common.layout.SheetItem.TrueFalse;
import java.util.List;

/** Where the answer to an item is given, and of what kind it is. An item lies on one page. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = TrueFalse.class, name = "true-false"),
    @JsonSubTypes.Type(value = Digits.class, name = "digits"),
    @JsonSubTypes.Type(value = Letters.class, name = "letters"),
    @JsonSubTypes.Type(value = Free.class, name = "free")
})
public sealed interface SheetItem {

    /** {@code q1}, {@code q2}, ... in the order of the sheet. */
    String itemId();

    /** All places of the answer, in the order in which the item lists them. */
    List<Box> places();

    /**
     * Bubbles, one to an option.
     *
     * @param multiple whether more than one may be right, and filled
     * @param options A, B, C, ... in that order; 2 to 10
     */
    record Choice(String itemId, boolean multiple, List<Bubble> options) implements SheetItem {

        public Choice {
            SheetRules.requireItemId(itemId);
            options = List.copyOf(options);
            SheetRules.requireBetween(options.size(), 2, 10);
            SheetRules.requireValues(options, "ABCDEFGHIJ".substring(0, options.size()));
        }

        @Override
        public List<Box> places() {
            return options.stream().map(Bubble::box).toList();
        }
    }

    /**
     * Two bubbles.
     *
     * @param options T and F, in that order
     */
    record TrueFalse(String itemId, List<Bubble> options) implements SheetItem {

        public TrueFalse {
            SheetRules.requireItemId(itemId);
            options = List.copyOf(options);
            SheetRules.requireValues(options, "TF");
        }

        @Override
        public List<Box> places() {
            return options.stream().map(Bubble::box).toList();
        }
    }

    /**
     * A number, written one digit to a box.
     *
     * @param sign whether the first box takes a minus (or a plus, or nothing) and no digit
     * @param decimals how many of the last boxes stand after the decimal point, which is printed
     *     between the boxes; 0 without a point
     * @param boxes from the left: the sign's, where there is one, then one to a digit
     */
    record Digits(String itemId, boolean sign, int decimals, List<Box> boxes) implements SheetItem {

        public Digits {
            SheetRules.requireItemId(itemId);
            boxes = List.copyOf(boxes);
            SheetRules.requireBetween(boxes.size() - (sign ? 1 : 0), 1, 12);
            SheetRules.requireBetween(decimals, 0, boxes.size() - (sign ? 1 : 0) - 1);
        }

        @Override
        public List<Box> places() {
            return boxes;
        }
    }

    /** A word, written one capital Latin letter to a box. */
    record Letters(String itemId, List<Box> boxes) implements SheetItem {

        public Letters {
            SheetRules.requireItemId(itemId);
            boxes = List.copyOf(boxes);
            SheetRules.requireBetween(boxes.size(), 1, 12);
        }

        @Override
        public List<Box> places() {
            return boxes;
        }
    }

    /** A framed region for an answer that a teacher marks. */
    record Free(String itemId, Box region) implements SheetItem {

        public Free {
            SheetRules.requireItemId(itemId);
        }

        @Override
        public List<Box> places() {
            return List.of(region);
        }
    }
}
