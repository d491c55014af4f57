package io.hongbi.submission.review;

import io.hongbi.common.id.SubmissionId;
import io.hongbi.submission.marking.CompletionRule;
import io.hongbi.submission.marking.ItemKey;
import io.hongbi.submission.marking.ItemKey.Counting;
import io.hongbi.submission.reading.SubmissionView.ReadItem;
import io.hongbi.submission.reading.marks.MarkView;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a mark is what it is: for teachers' eyes only.
 *
 * @param readings what the machine saw, one to a photo that shows the answer
 * @param rule null where the key does not know the item, and for sums, which are worked out
 * @param overrides the newest first, undone ones too
 * @param mark what comes of it all
 */
record Layers(
        SubmissionId submissionId,
        String itemId,
        List<Seen> readings,
        int keyVersion,
        @Nullable Rule rule,
        List<Overrides.Given> overrides,
        MarkView mark) {

    Layers {
        readings = List.copyOf(readings);
        overrides = List.copyOf(overrides);
    }

    /** On one photo. */
    record Seen(int page, String readerVersion, ReadItem item) {}

    /** How the item is marked, in the words in which the API takes it. */
    record Rule(
            List<String> answers,
            BigDecimal points,
            BigDecimal tolerance,
            boolean partial,
            BigDecimal penalty,
            boolean drop,
            boolean bonus,
            boolean everyone,
            @Nullable CompletionRule completion) {

        static Rule of(ItemKey key) {
            return new Rule(
                    key.answers(),
                    key.points(),
                    key.tolerance(),
                    key.partial(),
                    key.penalty(),
                    key.counting() == Counting.DROPPED,
                    key.counting() == Counting.BONUS,
                    key.everyone(),
                    key.completion());
        }
    }
}
