package io.hongbi.submission.worksheet.design;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hongbi.common.layout.Paper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sheet as its teacher designed it, without the answers. It is made by {@link DesignReader} only.
 *
 * @param studentNumber null where the sheet asks for none
 * @param items 1 to {@value #MOST_ITEMS}
 */
public record SheetDesign(
        String title,
        Size paper,
        @Nullable StudentNumberField studentNumber,
        List<DesignItem> items) {

    public static final int LONGEST_TITLE = 100;
    public static final int LONGEST_PROMPT = 1000;
    public static final int MOST_ITEMS = 200;
    public static final int MOST_STUDENT_NUMBER_DIGITS = 12;

    public SheetDesign {
        items = List.copyOf(items);
    }

    /** The name under which readings, keys and marks know the item at that place. */
    public static String itemId(int index) {
        return "q" + (index + 1);
    }

    /** The paper to print on. */
    public enum Size {
        @JsonProperty("A4")
        A4,
        @JsonProperty("Letter")
        LETTER;

        public Paper paper() {
            return switch (this) {
                case A4 -> Paper.A4;
                case LETTER -> Paper.LETTER;
            };
        }
    }

    /**
     * How the sheet asks for the student's number.
     *
     * @param digits 1 to {@value SheetDesign#MOST_STUDENT_NUMBER_DIGITS}
     */
    public record StudentNumberField(int digits, As as) {

        /** Bubbles to fill are read more surely, boxes to write in take less room. */
        public enum As {
            @JsonProperty("bubbles")
            BUBBLES,
            @JsonProperty("boxes")
            BOXES
        }
    }
}
