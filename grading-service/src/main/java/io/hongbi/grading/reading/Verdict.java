package io.hongbi.grading.reading;

import io.hongbi.common.reading.Homework;
import io.hongbi.common.reading.Quality;
import io.hongbi.common.reading.Quality.Reason;
import io.hongbi.grading.photo.Appearance;
import java.util.ArrayList;
import java.util.List;

/** Decides whether a photo has to be taken again, and what to tell the student first. */
final class Verdict {

    /**
     * Below it a page that looks like no homework is let through: a teacher sees that at once,
     * while homework sent back without cause costs a student's evening. Of 25 photographed pages of
     * the data folder the least likely is homework with 0.92; of 774 other photos 773 are not with
     * 0.6.
     */
    private static final double SURE = 0.6;

    /** One of the 25 pages, blurred by a 400th of its longer side, seems none with 0.93. */
    private static final double SURE_IN_A_BLUR = 0.98;

    private Verdict() {}

    /** Neither sharpness nor light is known of what cannot be decoded. */
    static Quality unreadable() {
        return new Quality(Quality.Verdict.RETAKE, List.of(Reason.UNREADABLE), 0, 0);
    }

    /** Whether it is sure enough that the photo shows no homework. */
    static boolean noHomework(Homework homework) {
        return !homework.value() && homework.confidence().value() >= SURE;
    }

    /**
     * What is no homework is told so first, as a better photo of it would not help; but in the dark
     * the network sees little, and in a blur not much, and light and sharpness come first.
     */
    static Quality of(Appearance appearance, Homework homework) {
        var reasons = new ArrayList<>(appearance.faults());
        if (noHomework(homework)) {
            boolean hidden =
                    reasons.contains(Reason.DARK)
                            || (reasons.contains(Reason.BLURRED)
                                    && homework.confidence().value() < SURE_IN_A_BLUR);
            reasons.add(hidden ? reasons.size() : 0, Reason.NOT_HOMEWORK);
        }
        var verdict = reasons.isEmpty() ? Quality.Verdict.OK : Quality.Verdict.RETAKE;
        return new Quality(
                verdict,
                reasons,
                Rounded.toFourPlaces(appearance.sharpness()),
                Rounded.toFourPlaces(appearance.light()));
    }
}
