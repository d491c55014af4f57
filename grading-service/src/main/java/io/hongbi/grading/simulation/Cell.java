package io.hongbi.grading.simulation;

import io.hongbi.common.layout.SheetItem;
import org.jspecify.annotations.Nullable;

/** The kinds of answers that are counted apart. */
public enum Cell {
    /** Questions with bubbles: choice, true or false. */
    BUBBLES,
    /** The student's number, in bubbles or boxes. */
    STUDENT_NUMBER,
    /** Numbers of three digits, each in its box. */
    THREE_DIGITS,
    /** Other numbers and words in boxes, and boxes left blank. */
    OTHER_WRITTEN,
    /** Free answers: whether anything is written. */
    FREE;

    /**
     * @param response what was filled in; null for nothing
     */
    static Cell of(SheetItem item, @Nullable String response) {
        return switch (item) {
            case SheetItem.Choice _, SheetItem.TrueFalse _ -> BUBBLES;
            case SheetItem.Digits _ ->
                    response != null && response.matches("[0-9]{3}") ? THREE_DIGITS : OTHER_WRITTEN;
            case SheetItem.Letters _ -> OTHER_WRITTEN;
            case SheetItem.Free _ -> FREE;
        };
    }
}
