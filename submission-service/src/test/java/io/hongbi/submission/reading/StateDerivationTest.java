package io.hongbi.submission.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.reading.Quality.Verdict;
import io.hongbi.submission.assignment.Assignment.Release;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateDerivationTest {

    private static final PageFacts WAITING = new PageFacts(false, false, null);
    private static final PageFacts ANNOUNCED = new PageFacts(true, false, null);
    private static final PageFacts READ = new PageFacts(true, false, Verdict.OK);
    private static final PageFacts RETAKE = new PageFacts(true, false, Verdict.RETAKE);
    private static final PageFacts FAILED = new PageFacts(true, true, null);

    @Test
    void takesTheFirstStateThatApplies() {
        assertThat(state(READ, RETAKE, FAILED, WAITING)).isEqualTo(SubmissionState.FAILED);
        assertThat(state(READ, RETAKE, WAITING)).isEqualTo(SubmissionState.RETAKE);
        assertThat(state(READ, WAITING, ANNOUNCED)).isEqualTo(SubmissionState.RECEIVED);
        assertThat(state(READ, ANNOUNCED)).isEqualTo(SubmissionState.READING);
        assertThat(state(READ, READ)).isEqualTo(SubmissionState.RELEASED);
    }

    @Test
    void waitsForTheTeacherWhereReleaseIsManual() {
        assertThat(StateDerivation.derive(List.of(READ), () -> false, Release.MANUAL))
                .isEqualTo(SubmissionState.GRADED);
    }

    @Test
    void waitsForTheTeacherWhoIsAskedAboutAnAnswerOnceAllPagesAreRead() {
        assertThat(StateDerivation.derive(List.of(READ), () -> true, Release.AUTOMATIC))
                .isEqualTo(SubmissionState.NEEDS_REVIEW);
        assertThat(StateDerivation.derive(List.of(READ), () -> true, Release.MANUAL))
                .isEqualTo(SubmissionState.NEEDS_REVIEW);
        assertThat(StateDerivation.derive(List.of(READ, RETAKE), () -> true, Release.MANUAL))
                .isEqualTo(SubmissionState.RETAKE);
    }

    @Test
    void letsAReadingCountThatComesAfterAPageWasGivenUp() {
        assertThat(state(new PageFacts(true, true, Verdict.OK)))
                .isEqualTo(SubmissionState.RELEASED);
    }

    @Test
    void letsAReadingCountThatOvertakesItsAnnouncement() {
        assertThat(state(new PageFacts(false, false, Verdict.OK)))
                .isEqualTo(SubmissionState.RELEASED);
    }

    @Test
    void spellsStatesAsTheApiDoes() {
        for (SubmissionState state : SubmissionState.values()) {
            var text = StateDerivation.text(state);

            assertThat(StateDerivation.parse(SubmissionState.class, text)).isEqualTo(state);
        }
        assertThat(StateDerivation.text(SubmissionState.NEEDS_REVIEW)).isEqualTo("needs-review");
    }

    private static SubmissionState state(PageFacts... pages) {
        return StateDerivation.derive(List.of(pages), () -> false, Release.AUTOMATIC);
    }
}
