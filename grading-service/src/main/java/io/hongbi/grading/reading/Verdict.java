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
     * the data folder the least likely is homework with 0.80; of 774 other photos 756 are not with
     * 0.6.
     */
    private static final double SURE = 0.6;

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
     * the network sees little, and light comes first.
     */
    static Quality of(Appearance appearance, Homework homework) {
        var reasons = new ArrayList<>(appearance.faults());
        if (noHomework(homework)) {
            boolean dark = reasons.contains(Reason.DARK);
            reasons.add(dark ? reasons.size() : 0, Reason.NOT_HOMEWORK);
        }
        var verdict = reasons.isEmpty() ? Quality.Verdict.OK : Quality.Verdict.RETAKE;
        return new Quality(
                verdict,
                reasons,
                Rounded.toFourPlaces(appearance.sharpness()),
                Rounded.toFourPlaces(appearance.light()));
    }
}
