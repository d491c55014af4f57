package io.hongbi.submission.reading;

import io.hongbi.common.reading.Quality.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a page in place.
 *
 * @param announced whether the broker has it
 * @param failed whether the workers gave it up
 * @param verdict of the reading that counts; null while there is none
 */
record PageFacts(boolean announced, boolean failed, @Nullable Verdict verdict) {

    /** A reading counts, even where the page had been given up before. */
    PageState state() {
        return switch (verdict) {
            case OK -> PageState.READ;
            case RETAKE -> PageState.RETAKE;
            case null -> failed ? PageState.FAILED : PageState.WAITING;
        };
    }

    boolean isUnannounced() {
        return state() == PageState.WAITING && !announced;
    }
}
