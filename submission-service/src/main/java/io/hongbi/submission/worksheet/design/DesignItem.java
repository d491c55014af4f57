package io.hongbi.submission.worksheet.design;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hongbi.submission.worksheet.design.DesignItem.Choice;
import io.hongbi.submission.worksheet.design.DesignItem.Digits;
import io.hongbi.submission.worksheet.design.DesignItem.Free;
import io.hongbi.submission.worksheet.design.DesignItem.Letters;
import io.hongbi.submission.worksheet.design.DesignItem.TrueFalse;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** One thing that a sheet asks. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = TrueFalse.class, name = "true-false"),
    @JsonSubTypes.Type(value = Digits.class, name = "digits"),
    @JsonSubTypes.Type(value = Letters.class, name = "letters"),
    @JsonSubTypes.Type(value = Free.class, name = "free")
})
public sealed interface DesignItem {

    int LEAST_OPTIONS = 2;
    int MOST_OPTIONS = 10;
    int MOST_BOXES = 12;
    int LEAST_HEIGHT_MM = 10;
    int MOST_HEIGHT_MM = 220;
    BigDecimal MOST_POINTS = new BigDecimal("1000");

    /** What a right answer is worth, 0 to 1000 with at most two decimals. */
    BigDecimal points();

    /** What is asked; null where the question stands elsewhere, in a book. */
    @Nullable String prompt();

    /** Bubbles A, B, C, ...; several may be right where {@code multiple}. */
    record Choice(int options, boolean multiple, BigDecimal points, @Nullable String prompt)
            implements DesignItem {}

    /** Two bubbles. */
    record TrueFalse(BigDecimal points, @Nullable String prompt) implements DesignItem {}

    /**
     * A number.
     *
     * @param length how many digits, those after the point included
     * @param sign whether a box for the sign stands before them
     * @param decimals how many of the digits stand after the point; fewer than {@code length}
     */
    record Digits(
            int length, boolean sign, int decimals, BigDecimal points, @Nullable String prompt)
            implements DesignItem {}

    /** A word of capital Latin letters. */
    record Letters(int length, BigDecimal points, @Nullable String prompt) implements DesignItem {}

    /** An answer that a teacher marks. */
    record Free(int heightMm, BigDecimal points, @Nullable String prompt) implements DesignItem {}
}
