package io.hongbi.local.client;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A submission as {@code GET /submissions/{id}} shows it; only what is used here. */
public record Submission(
        String id,
        String state,
        long version,
        @Nullable Score score,
        List<Page> pages,
        List<Mark> marks) {

    private static final Set<String> UNDER_WAY = Set.of("received", "reading");

    /** Whether nothing more will happen by itself. */
    public boolean isAnswered() {
        return !UNDER_WAY.contains(state);
    }

    /** The sum of its marks, as far as they are known. */
    public record Score(BigDecimal value, BigDecimal max) {}

    /** What the answer to one item brought, and why. */
    public record Mark(String itemId, String verdict, String reason) {}

    /** One photo of it. */
    public record Page(
            int number,
            String pageId,
            String state,
            @Nullable String photoUrl,
            @Nullable String previewUrl,
            @Nullable Reading reading) {}

    /** What the reader saw. */
    public record Reading(
            String readerVersion,
            Quality quality,
            @Nullable Homework homework,
            @Nullable Completion completion,
            @Nullable Double neatness) {}

    public record Quality(String verdict, List<String> reasons, double sharpness, double light) {}

    public record Homework(boolean value, double confidence) {}

    public record Completion(String value, double share, double confidence) {}
}
