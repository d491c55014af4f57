package io.hongbi.common.reading;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which printed page of a worksheet a photo shows, and whose it says it is. Whether that is who
 * hands it in is not for the reader to tell.
 *
 * @param page of the worksheet, from 1
 * @param printedFor the student number in the page's code; null where it was printed for anybody
 * @param studentNumber what is filled in; null where the page does not ask for it
 */
public record SheetIdentity(
        int page, @Nullable String printedFor, @Nullable FilledNumber studentNumber) {

    public SheetIdentity {
        if (page < 1) {
            throw new IllegalArgumentException("Pages of a worksheet start at 1, was " + page);
        }
    }

    /**
     * The student number as it was filled in.
     *
     * @param response digits where the state is ok, null where it is blank; else what may be there
     */
    public record FilledNumber(@Nullable String response, Item.State state, Confidence confidence) {

        private static final Pattern DIGITS = Pattern.compile("[0-9]+");

        public FilledNumber {
            boolean told = response != null && DIGITS.matcher(response).matches();
            if ((state == Item.State.OK && !told)
                    || (state == Item.State.BLANK && response != null)) {
                throw new IllegalArgumentException("A number that is certain is made of digits");
            }
        }
    }
}
