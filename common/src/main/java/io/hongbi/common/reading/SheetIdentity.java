package io.hongbi.common.reading;

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
     * @param response digits; null where it is blank or cannot be told
     */
    public record FilledNumber(
            @Nullable String response, Item.State state, Confidence confidence) {}
}
