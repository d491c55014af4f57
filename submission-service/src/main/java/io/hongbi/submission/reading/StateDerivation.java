package io.hongbi.submission.reading;

import io.hongbi.common.event.SubmissionState;
import io.hongbi.submission.assignment.Assignment.Release;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/** Derives where a submission stands from the facts; the first that applies wins. */
final class StateDerivation {

    private StateDerivation() {}

    /**
     * @param pages those in place, at least one
     * @param asksTeacher whether an answer waits for a teacher; it is not asked while pages wait
     * @param release of the assignment
     */
    static SubmissionState derive(
            List<PageFacts> pages, BooleanSupplier asksTeacher, Release release) {
        if (any(pages, PageState.FAILED)) {
            return SubmissionState.FAILED;
        }
        if (any(pages, PageState.RETAKE)) {
            return SubmissionState.RETAKE;
        }
        if (any(pages, PageState.WAITING)) {
            return pages.stream().anyMatch(PageFacts::isUnannounced)
                    ? SubmissionState.RECEIVED
                    : SubmissionState.READING;
        }
        if (asksTeacher.getAsBoolean()) {
            return SubmissionState.NEEDS_REVIEW;
        }
        return switch (release) {
            case AUTOMATIC -> SubmissionState.RELEASED;
            case MANUAL -> SubmissionState.GRADED;
        };
    }

    private static boolean any(List<PageFacts> pages, PageState state) {
        return pages.stream().anyMatch(page -> page.state() == state);
    }

    /** As the database keeps an enum, the same as JSON: {@code needs-review}. */
    static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> E parse(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
