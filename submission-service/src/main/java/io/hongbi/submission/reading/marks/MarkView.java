package io.hongbi.submission.reading.marks;

import io.hongbi.submission.marking.Mark;
import io.hongbi.submission.marking.Verdict;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A mark as its reader may see it.
 *
 * @param page number of the photo in the submission that shows the answer; null where none does
 * @param mark null while nobody knows
 * @param max 0 for a bonus, and for an item that does not count
 * @param expected null where there is no key, and where the reader may not see it
 * @param reason a sentence in the reader's language, which names the right answer only where {@code
 *     expected} does
 */
public record MarkView(
        String itemId,
        @Nullable Integer page,
        @Nullable BigDecimal mark,
        BigDecimal max,
        Verdict verdict,
        @Nullable String response,
        @Nullable String expected,
        String reason,
        Mark.Layer layer,
        int keyVersion) {}
