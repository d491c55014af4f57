package io.hongbi.submission.worksheet.print;

import io.hongbi.common.layout.SheetCode;
import io.hongbi.common.layout.SheetLayout;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * For whom a copy is printed.
 *
 * @param number the student's number; null where it is not made of digits, or longer than the sheet
 *     asks for: then it is left to be filled in
 */
public record PrintedStudent(String name, @Nullable String number) {

    public static PrintedStudent of(String name, @Nullable String number, SheetLayout layout) {
        int longest =
                layout.pages().stream()
                        .map(page -> page.studentNumber())
                        .filter(Objects::nonNull)
                        .mapToInt(place -> place.digits())
                        .min()
                        .orElse(SheetCode.LONGEST_STUDENT_NUMBER);
        boolean printable = number != null && number.matches("[0-9]{1," + longest + "}");
        return new PrintedStudent(name, printable ? number : null);
    }
}
