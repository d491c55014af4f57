package io.hongbi.grading.reading;

import io.hongbi.common.reading.Completion;
import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Homework;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.Item.State;
import io.hongbi.common.reading.PageReading;
import io.hongbi.common.reading.Photo;
import io.hongbi.common.reading.Quality;
import io.hongbi.common.reading.Quality.Reason;
import io.hongbi.common.reading.SheetIdentity;
import io.hongbi.grading.photo.Appearance;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides on the photo of a worksheet: a fault of it counts where it costs answers.
 *
 * @param identity which page it is; null where none was found
 * @param items empty where the photo has to be taken again
 */
record SheetVerdict(Quality quality, @Nullable SheetIdentity identity, List<Item> items) {

    /** With more answers in doubt than this a better photo is worth the student's minute. */
    private static final double DOUBTFUL = 0.25;

    private static final double BLANK_BELOW = 0.05;
    private static final double COMPLETE_FROM = 0.9;

    SheetVerdict {
        items = List.copyOf(items);
    }

    static SheetVerdict of(Appearance appearance, WorksheetReading.Result sheet) {
        var reasons = new ArrayList<Reason>();
        var fault = sheet.fault();
        if (fault != null) {
            reasons.add(fault);
        }
        if (fault != null || share(sheet.items(), State.DOUBTFUL) > DOUBTFUL) {
            appearance.faults().stream().filter(other -> other != fault).forEach(reasons::add);
        }
        var quality =
                new Quality(
                        reasons.isEmpty() ? Quality.Verdict.OK : Quality.Verdict.RETAKE,
                        reasons,
                        Rounded.toFourPlaces(appearance.sharpness()),
                        Rounded.toFourPlaces(appearance.light()));
        return new SheetVerdict(
                quality, sheet.identity(), reasons.isEmpty() ? sheet.items() : List.of());
    }

    /** The reading; neatness is not told of marks in boxes. */
    PageReading reading(String readerVersion, Photo photo, Homework homework) {
        boolean readable = quality.verdict() == Quality.Verdict.OK;
        return new PageReading(
                readerVersion,
                photo,
                quality,
                homework,
                readable ? completion() : null,
                null,
                identity,
                items);
    }

    /** Items answered of items asked; a page that asks nothing is complete. */
    private Completion completion() {
        double share = Rounded.toFourPlaces(1 - share(items, State.BLANK));
        double confidence =
                items.stream()
                        .filter(item -> item.state() == State.BLANK || item.state() == State.OK)
                        .mapToDouble(item -> item.confidence().value())
                        .min()
                        .orElse(1);
        return new Completion(value(share), share, new Confidence(confidence));
    }

    private static Completion.Value value(double share) {
        if (share < BLANK_BELOW) {
            return Completion.Value.BLANK;
        }
        return share < COMPLETE_FROM ? Completion.Value.PARTIAL : Completion.Value.COMPLETE;
    }

    private static double share(List<Item> items, State state) {
        return items.isEmpty()
                ? 0
                : (double) items.stream().filter(item -> item.state() == state).count()
                        / items.size();
    }
}
