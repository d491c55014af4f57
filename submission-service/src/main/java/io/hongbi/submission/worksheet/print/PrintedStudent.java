package io.hongbi.submission.worksheet.print;

import io.hongbi.common.layout.SheetCode;
import org.jspecify.annotations.Nullable;

/**
 * For whom a copy is printed.
 *
 * @param number the student's number; null where it is not made of digits, or is longer than a code
 *     can say: then it is left to be filled in
 */
public record PrintedStudent(String name, @Nullable String number) {

    private static final String PRINTABLE = "[0-9]{1," + SheetCode.LONGEST_STUDENT_NUMBER + "}";

    public static PrintedStudent of(String name, @Nullable String number) {
        return new PrintedStudent(
                name, number != null && number.matches(PRINTABLE) ? number : null);
    }
}
