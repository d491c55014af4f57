package io.hongbi.submission.ops;

import io.hongbi.common.id.PageId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.SubmissionId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one photo: when it passed each station. Nothing of what it shows or whose it is.
 *
 * @param announcements how often workers were told of it; more than once where it did not come back
 * @param verdict of its quality, {@code ok} or {@code retake}; null until it is read
 * @param failure why it was given up; null unless it was
 * @param replacedAt when another photo took its place; null unless one has
 * @param discardedAt when an operator gave it up for good
 */
record PageStory(
        PageId pageId,
        SubmissionId submissionId,
        SchoolId schoolId,
        String receipt,
        int number,
        long bytes,
        int width,
        int height,
        Instant receivedAt,
        @Nullable Instant announcedAt,
        int announcements,
        @Nullable Instant readAt,
        @Nullable String verdict,
        @Nullable Instant failedAt,
        @Nullable String failure,
        @Nullable Instant replacedAt,
        @Nullable Instant discardedAt,
        List<Reading> readings) {

    PageStory {
        readings = List.copyOf(readings);
    }

    /**
     * A worker's reading of it.
     *
     * @param counts whether it is the one that marks are made of
     * @param delivery how often the page had been handed out
     */
    record Reading(
            String readerVersion,
            boolean counts,
            String worker,
            int delivery,
            Instant startedAt,
            Instant finishedAt,
            Instant recordedAt,
            double cpuMillis) {}
}
