package io.hongbi.submission.reading;

import io.hongbi.common.reading.Item.State;
import io.hongbi.common.reading.SheetIdentity;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose a sheet has to be.
 *
 * @param studentNumber of whom it is handed in for; null where there is none
 * @param digits that the sheet has room for; 0 where it does not ask for the number
 */
record SheetOwner(@Nullable String studentNumber, int digits) {

    /**
     * Whether the sheet is another's: what its code says, what is filled in and who hands in have
     * to agree, as far as each is certain and can be compared. Zeros in front do not count.
     */
    boolean objectsTo(SheetIdentity sheet) {
        var printed = Stream.ofNullable(sheet.printedFor());
        var filled = Stream.ofNullable(filledIn(sheet));
        var own = Stream.ofNullable(comparable());
        return Stream.of(printed, filled, own)
                        .flatMap(numbers -> numbers)
                        .map(SheetOwner::withoutZeros)
                        .distinct()
                        .count()
                > 1;
    }

    private static @Nullable String filledIn(SheetIdentity sheet) {
        var number = sheet.studentNumber();
        return number != null && number.state() == State.OK ? number.response() : null;
    }

    /** A number that is not made of digits, or is longer than the sheet's, cannot be filled in. */
    private @Nullable String comparable() {
        return studentNumber != null
                        && studentNumber.length() <= digits
                        && studentNumber.chars().allMatch(c -> c >= '0' && c <= '9')
                ? studentNumber
                : null;
    }

    private static String withoutZeros(String number) {
        return number.replaceFirst("^0+(?=.)", "");
    }
}
