package io.hongbi.grading.reading;

import io.hongbi.common.reading.Completion;
import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Homework;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.Item.State;
import io.hongbi.common.reading.PageReading;
import io.hongbi.common.reading.PerceptualHash;
import io.hongbi.common.reading.Photo;
import io.hongbi.common.reading.Quality;
import io.hongbi.common.reading.SheetIdentity;
import io.hongbi.grading.photo.Appearance;
import io.hongbi.grading.sheet.SheetOutcome;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is decided on the photo of a worksheet.
 *
 * @param identity which page it is; null where none was found
 * @param items empty where the photo has to be taken again
 */
record SheetVerdict(Quality quality, @Nullable SheetIdentity identity, List<Item> items) {

    SheetVerdict {
        items = List.copyOf(items);
    }

    /**
     * @param page empty where no sheet was found
     */
    static SheetVerdict of(
            Appearance appearance,
            SheetOutcome outcome,
            Optional<SheetItems.Page> page,
            Homework homework) {
        var items = page.map(SheetItems.Page::items).orElse(List.of());
        var reasons = SheetFaults.of(appearance, outcome, items, homework);
        var quality =
                new Quality(
                        reasons.isEmpty() ? Quality.Verdict.OK : Quality.Verdict.RETAKE,
                        reasons,
                        Rounded.toFourPlaces(appearance.sharpness()),
                        Rounded.toFourPlaces(appearance.light()));
        return new SheetVerdict(
                quality,
                page.map(SheetItems.Page::identity).orElse(null),
                reasons.isEmpty() ? items : List.of());
    }

    /**
     * The reading; neatness is not told of marks in boxes.
     *
     * @param hash of the photo; kept unless the sheet is blank
     */
    PageReading reading(
            String readerVersion, Photo photo, Homework homework, @Nullable PerceptualHash hash) {
        var completion = quality.verdict() == Quality.Verdict.OK ? completion() : null;
        boolean blank = completion != null && completion.value() == Completion.Value.BLANK;
        return new PageReading(
                readerVersion,
                photo,
                quality,
                homework,
                completion,
                null,
                null,
                identity,
                items,
                blank ? null : hash);
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
        return new Completion(CountedCompletion.value(share), share, new Confidence(confidence));
    }

    private static double share(List<Item> items, State state) {
        return items.isEmpty()
                ? 0
                : (double) items.stream().filter(item -> item.state() == state).count()
                        / items.size();
    }
}
