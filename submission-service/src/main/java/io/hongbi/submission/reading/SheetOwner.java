package io.hongbi.submission.reading;

import io.hongbi.common.reading.Item.State;
import io.hongbi.common.reading.SheetIdentity;
import org.jspecify.annotations.Nullable;

/**
 * Whose a sheet has to be.
 *
 * @param studentNumber of whom it is handed in for; null where there is none
 * @param digits that the sheet has room for; 0 where it does not ask for the number
 */
record SheetOwner(@Nullable String studentNumber, int digits) {

    /**
     * Whether the sheet is another's. A copy printed for somebody is that student's alone, to the
     * letter. What is filled in for certain has to be the student's number, zeros in front aside;
     * where that is longer than the sheet has room for, its last digits. A number that is blank or
     * in doubt is no objection: who hands in is known from the sign-in.
     */
    boolean objectsTo(SheetIdentity sheet) {
        var printed = sheet.printedFor();
        if (printed != null && !printed.equals(studentNumber)) {
            return true;
        }
        var filled = filledIn(sheet);
        var own = toFillIn();
        return filled != null && own != null && !withoutZeros(filled).equals(withoutZeros(own));
    }

    private static @Nullable String filledIn(SheetIdentity sheet) {
        var number = sheet.studentNumber();
        return number != null && number.state() == State.OK ? number.response() : null;
    }

    /** Null where there is no number, or none that is made of digits. */
    private @Nullable String toFillIn() {
        return studentNumber != null && studentNumber.chars().allMatch(c -> c >= '0' && c <= '9')
                ? studentNumber.substring(Math.max(0, studentNumber.length() - digits))
                : null;
    }

    private static String withoutZeros(String number) {
        return number.replaceFirst("^0+(?=.)", "");
    }
}
