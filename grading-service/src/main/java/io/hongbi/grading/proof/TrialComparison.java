package io.hongbi.grading.proof;

import io.hongbi.common.layout.Proof.Difference;
import io.hongbi.common.layout.SheetItem;
import io.hongbi.common.layout.SheetPage;
import io.hongbi.common.layout.StudentNumber;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.Item.State;
import io.hongbi.common.reading.PageReading;
import io.hongbi.common.reading.Quality;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was filled in with what was read.
 *
 * <p>Bubbles come back as they were filled, for certain. In written boxes something has to be seen,
 * and whatever is told for certain has to be what was written; but that a reader asks what a
 * character is to mean is no fault of the sheet. On the blank page everything is blank for certain,
 * which nothing is whose frame is not seen.
 */
final class TrialComparison {

    private final SheetPage page;
    private final TrialAnswers filled;
    private final List<Difference> differences = new ArrayList<>();

    private TrialComparison(SheetPage page, TrialAnswers filled) {
        this.page = page;
        this.filled = filled;
    }

    static List<Difference> of(SheetPage page, TrialAnswers filled, PageReading reading) {
        var comparison = new TrialComparison(page, filled);
        comparison.compare(reading);
        return comparison.differences;
    }

    private void compare(PageReading reading) {
        var sheet = reading.sheet();
        if (reading.quality().verdict() == Quality.Verdict.RETAKE || sheet == null) {
            add(null, "page " + page.number(), reasons(reading.quality()));
        } else if (sheet.page() != page.number()) {
            add(null, "page " + page.number(), "page " + sheet.page());
        } else {
            var number = sheet.studentNumber();
            if (number != null) {
                boolean written = page.studentNumber() instanceof StudentNumber.Boxes;
                add(null, filled.studentNumber(), number.response(), number.state(), written);
            }
            items(
                    reading.items().stream()
                            .collect(Collectors.toMap(Item::itemId, Function.identity())));
        }
    }

    private static String reasons(Quality quality) {
        return quality.reasons().stream()
                .map(reason -> reason.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    private void items(Map<String, Item> items) {
        for (var place : page.items()) {
            var item = Objects.requireNonNull(items.get(place.itemId()));
            var wanted = filled.responses().get(place.itemId());
            switch (place) {
                case SheetItem.Choice _, SheetItem.TrueFalse _ ->
                        add(place.itemId(), wanted, item.response(), item.state(), false);
                case SheetItem.Digits _, SheetItem.Letters _ ->
                        add(place.itemId(), wanted, item.response(), item.state(), true);
                case SheetItem.Free _ -> free(place.itemId(), wanted != null, item.state());
            }
        }
    }

    private void free(String itemId, boolean given, State state) {
        if (given != (state != State.BLANK)) {
            add(itemId, given ? "writing" : null, given ? null : "writing");
        }
    }

    private void add(
            @Nullable String itemId,
            @Nullable String wanted,
            @Nullable String read,
            State state,
            boolean written) {
        boolean equal =
                switch (state) {
                    case OK, BLANK -> Objects.equals(wanted, read);
                    case MULTIPLE -> wanted != null && wanted.equals(read);
                    case DOUBTFUL -> written && wanted != null;
                    case FAINT, CROSSED_OUT -> false;
                };
        if (!equal) {
            boolean told = state == State.OK || state == State.MULTIPLE;
            add(itemId, wanted, told ? read : wanted == null ? "?" : null);
        }
    }

    private void add(@Nullable String itemId, @Nullable String wanted, @Nullable String read) {
        differences.add(new Difference(page.number(), itemId, wanted, read));
    }
}
