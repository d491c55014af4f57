package io.hongbi.grading.simulation;

import io.hongbi.common.layout.SheetItem;
import io.hongbi.common.layout.SheetPage;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.Item.State;
import io.hongbi.common.reading.PageReading;
import io.hongbi.common.reading.Quality;
import io.hongbi.grading.simulation.Pupil.Answer;
import io.hongbi.grading.simulation.Pupil.Filled;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what was filled in with what was read. */
final class Comparison {

    private final PageReading reading;
    private final Map<String, Item> items;
    private final Misses misses;
    private final Map<Cell, Tally> tallies = new EnumMap<>(Cell.class);

    private Comparison(PageReading reading, Misses misses) {
        this.reading = reading;
        this.misses = misses;
        this.items =
                reading.items().stream()
                        .collect(Collectors.toMap(Item::itemId, Function.identity()));
    }

    /** Takes each cell that was not told for certain as it was filled in. */
    interface Misses {

        /**
         * @param itemId null for the photo as a whole, and for the student's number
         * @param what for instance {@code wrong-43-as-48-ok}
         */
        void take(@Nullable String itemId, String what);
    }

    static Map<Cell, Tally> of(SheetPage page, Filled filled, PageReading reading, Misses misses) {
        var comparison = new Comparison(reading, misses);
        comparison.compare(page, filled);
        return comparison.tallies;
    }

    private void compare(SheetPage page, Filled filled) {
        boolean sentBack = reading.quality().verdict() == Quality.Verdict.RETAKE;
        if (sentBack) {
            misses.take(null, "retake");
        }
        if (page.studentNumber() != null) {
            add(Cell.STUDENT_NUMBER, sentBack ? Tally.RETAKE : number(filled.studentNumber()));
        }
        for (var item : page.items()) {
            var answer = Objects.requireNonNull(filled.answers().get(item.itemId()));
            add(Cell.of(item, answer.response()), sentBack ? Tally.RETAKE : item(item, answer));
        }
    }

    private void add(Cell cell, Tally tally) {
        tallies.merge(cell, tally, Tally::plus);
    }

    private Tally number(@Nullable String filled) {
        var number = reading.sheet() == null ? null : reading.sheet().studentNumber();
        if (number == null) {
            return named(Tally.DOUBTFUL, null, filled, null, State.DOUBTFUL);
        }
        var tally = told(filled, number.response(), number.state());
        return named(tally, null, filled, number.response(), number.state());
    }

    private Tally item(SheetItem place, Answer answer) {
        var item = Objects.requireNonNull(items.get(place.itemId()));
        var tally =
                place instanceof SheetItem.Free
                        ? touched(answer.response() != null, item.state())
                        : corrected(answer, item)
                                ? Tally.RIGHT
                                : told(answer.response(), item.response(), item.state());
        return named(tally, item.itemId(), answer.response(), item.response(), item.state());
    }

    private Tally named(
            Tally tally,
            @Nullable String itemId,
            @Nullable String filled,
            @Nullable String read,
            State state) {
        if (tally.right() == 0) {
            var kind = tally.silentlyWrong() > 0 ? "wrong" : "doubtful";
            misses.take(
                    itemId,
                    "%s-%s-as-%s-%s".formatted(kind, filled, read, state).toLowerCase(Locale.ROOT));
        }
        return tally;
    }

    private static boolean corrected(Answer answer, Item item) {
        return item.state() == State.CROSSED_OUT
                && answer.corrected()
                && item.response() != null
                && item.response().equals(answer.response());
    }

    private static Tally told(@Nullable String filled, @Nullable String read, State state) {
        return switch (state) {
            case OK, BLANK -> Objects.equals(filled, read) ? Tally.RIGHT : Tally.SILENTLY_WRONG;
            case CROSSED_OUT, FAINT, MULTIPLE, DOUBTFUL -> Tally.DOUBTFUL;
        };
    }

    /** Of a free answer nothing is read but whether there is one. */
    private static Tally touched(boolean filled, State state) {
        boolean blank = state == State.BLANK;
        if (filled) {
            return blank ? Tally.SILENTLY_WRONG : Tally.RIGHT;
        }
        return blank ? Tally.RIGHT : Tally.DOUBTFUL;
    }
}
