package io.hongbi.submission.reading;

import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PageId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.reading.Completion;
import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Homework;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.NeatnessFeatures;
import io.hongbi.common.reading.Photo;
import io.hongbi.common.reading.Point;
import io.hongbi.common.reading.Quality;
import io.hongbi.common.reading.SheetIdentity;
import io.hongbi.submission.marking.Score;
import io.hongbi.submission.reading.earlier.EarlierPhotos.Earlier;
import io.hongbi.submission.reading.marks.MarkView;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submission as its student and teachers see it; field by field what the API promises.
 *
 * @param score null while there are no marks, or none for the reader
 * @param sheet which pages of the worksheet are there; null for other kinds, and before one is read
 * @param marks those that the reader may see, in the order of the sheet; empty for the kind notes
 */
public record SubmissionView(
        SubmissionId id,
        AssignmentId assignmentId,
        PersonId studentId,
        int attempt,
        Instant receivedAt,
        long version,
        SubmissionState state,
        Receipt receipt,
        @Nullable Score score,
        @Nullable Sheet sheet,
        List<Page> pages,
        List<MarkView> marks) {

    public SubmissionView {
        pages = List.copyOf(pages);
        marks = List.copyOf(marks);
    }

    /** Proves the hand-in. */
    public record Receipt(String code, int pages) {}

    /**
     * Which pages of the worksheet have been handed in, of those that could be read.
     *
     * @param pages how many there are
     * @param missing those of which no photo is there, from 1; empty while photos wait
     * @param twice those of which several photos are there
     */
    public record Sheet(int pages, List<Integer> missing, List<Integer> twice) {

        public Sheet {
            missing = List.copyOf(missing);
            twice = List.copyOf(twice);
        }
    }

    /**
     * A page in place.
     *
     * @param sha256 of the bytes received, not of what was kept
     * @param seenBefore where the class had handed in the same photo before; null for students
     */
    public record Page(
            int number,
            PageId pageId,
            String sha256,
            PageState state,
            URI photoUrl,
            @Nullable URI previewUrl,
            @Nullable Reading reading,
            @Nullable List<Earlier> seenBefore) {

        public Page {
            seenBefore = seenBefore == null ? null : List.copyOf(seenBefore);
        }
    }

    /** What the reader saw, without where it keeps its pictures. */
    public record Reading(
            String readerVersion,
            @Nullable Photo photo,
            Quality quality,
            @Nullable Homework homework,
            @Nullable Completion completion,
            @Nullable Double neatness,
            @Nullable NeatnessFeatures neatnessFeatures,
            @Nullable SheetIdentity sheet,
            List<ReadItem> items) {}

    /** An answer found, with the picture that shows it. */
    public record ReadItem(
            String itemId,
            Item.Kind kind,
            List<Point> region,
            @Nullable URI cropUrl,
            @Nullable String expression,
            @Nullable String response,
            Item.State state,
            Confidence confidence,
            List<Item.Alternative> alternatives) {}
}
