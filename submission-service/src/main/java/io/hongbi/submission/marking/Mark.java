package io.hongbi.submission.marking;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What the answer to one item brought, and why.
 *
 * @param page number of the photo in the submission that shows it; null where none does
 * @param mark null while nobody knows
 * @param max what it adds to the maximum of the score; 0 for a bonus, and for what does not count
 * @param response null where blank, or where nothing could be named
 * @param expected the right answers, {@code |} between several; null where there is no key
 * @param layer who decided last
 */
public record Mark(
        String itemId,
        @Nullable Integer page,
        @Nullable BigDecimal mark,
        BigDecimal max,
        Verdict verdict,
        @Nullable String response,
        @Nullable String expected,
        Reason reason,
        Layer layer) {

    /** Who decided. */
    public enum Layer {
        @JsonProperty("machine")
        MACHINE,
        @JsonProperty("teacher")
        TEACHER
    }

    public Mark {
        boolean known =
                switch (verdict) {
                    case RIGHT, WRONG, PARTIAL, BLANK -> true;
                    case DOUBTFUL -> false;
                    case NOT_MARKED -> reason instanceof Reason.Uncounted;
                };
        if (known != (mark != null)) {
            throw new IllegalArgumentException("A mark is known once it is settled: " + verdict);
        }
    }

    /** Whether a teacher has to do something before there is a mark. */
    public boolean asksTeacher() {
        return reason.asksTeacher();
    }
}
