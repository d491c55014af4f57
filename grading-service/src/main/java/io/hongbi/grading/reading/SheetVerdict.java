package io.hongbi.grading.reading;

import io.hongbi.common.reading.Completion;
import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.Item.State;
import io.hongbi.common.reading.Quality;
import io.hongbi.common.reading.Quality.Reason;
import io.hongbi.grading.photo.Appearance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides on the photo of a worksheet: a fault counts where it costs answers. */
final class SheetVerdict {

    /** With more answers in doubt than this a better photo is worth the student's minute. */
    private static final double DOUBTFUL = 0.25;

    private static final double BLANK_BELOW = 0.05;
    private static final double COMPLETE_FROM = 0.9;

    private SheetVerdict() {}

    /**
     * @param fault why the sheet could not be read at all; null where it was
     */
    static Quality of(Appearance appearance, @Nullable Reason fault, List<Item> items) {
        var reasons = new ArrayList<Reason>();
        if (fault != null) {
            reasons.add(fault);
            appearance.faults().stream().filter(other -> other != fault).forEach(reasons::add);
        } else if (share(items, State.DOUBTFUL) > DOUBTFUL) {
            reasons.addAll(appearance.faults());
        }
        return new Quality(
                reasons.isEmpty() ? Quality.Verdict.OK : Quality.Verdict.RETAKE,
                reasons,
                Rounded.toFourPlaces(appearance.sharpness()),
                Rounded.toFourPlaces(appearance.light()));
    }

    /** Items answered of items asked. */
    static Completion completion(List<Item> items) {
        double share = Rounded.toFourPlaces(1 - share(items, State.BLANK));
        var value =
                share < BLANK_BELOW
                        ? Completion.Value.BLANK
                        : share < COMPLETE_FROM
                                ? Completion.Value.PARTIAL
                                : Completion.Value.COMPLETE;
        double confidence =
                items.stream().mapToDouble(i -> i.confidence().value()).min().orElse(1);
        return new Completion(value, share, new Confidence(confidence));
    }

    private static double share(List<Item> items, State state) {
        return items.isEmpty()
                ? 0
                : (double) items.stream().filter(item -> item.state() == state).count()
                        / items.size();
    }
}
