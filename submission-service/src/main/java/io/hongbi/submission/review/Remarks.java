package io.hongbi.submission.review;

import io.hongbi.submission.review.InvalidAct.Reason;
import org.jspecify.annotations.Nullable;

/** What people say about marks: 1 to 1000 characters, over several lines if they like. */
public final class Remarks {

    private static final int LONGEST = 1000;

    private Remarks() {}

    /**
     * @return null where nothing is said
     * @throws InvalidAct naming what is wrong
     */
    public static @Nullable String checked(String pointer, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var said = text.strip();
        check(pointer, said, LONGEST);
        return said;
    }

    /**
     * @throws InvalidAct if it is longer than that, or has control characters but new lines
     */
    static void check(String pointer, String text, int longest) {
        if (text.length() > longest) {
            throw new InvalidAct(pointer, Reason.TOO_LONG);
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
            throw new InvalidAct(pointer, Reason.CONTROL_CHARACTERS);
        }
    }
}
