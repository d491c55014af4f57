package io.hongbi.local.client;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A submission as {@code GET /submissions/{id}} shows it; only what is used here. */
public record Submission(String id, String state, long version, List<Page> pages) {

    private static final Set<String> UNDER_WAY = Set.of("received", "reading");

    /** Whether nothing more will happen by itself. */
    public boolean isAnswered() {
        return !UNDER_WAY.contains(state);
    }

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
