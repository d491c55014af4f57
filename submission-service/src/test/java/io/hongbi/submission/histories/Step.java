package io.hongbi.submission.histories;

import io.hongbi.common.reading.Item.State;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens to an assignment. Numbers name one of what is there by then, counted
 * around, so that any list of steps is a history; items are named by their place in {@link
 * Sheet#ITEMS}.
 */
sealed interface Step {

    /** A student hands in, again or for the first time. */
    record HandIn(int student, int photos) implements Step {}

    /** A photo is taken again. */
    record Retake(int submission, int photo) implements Step {}

    /**
     * A reader reads a photo, in place or not. What it says is delivered so often now, and at least
     * once more at the end.
     */
    record Read(
            int photo,
            int reader,
            boolean legible,
            WrittenNumber number,
            List<Glimpse> items,
            int deliveries)
            implements Step {

        public Read {
            items = List.copyOf(items);
        }
    }

    /** What a reader said earlier is delivered once more. */
    record Deliver(int read) implements Step {}

    /** Workers give a photo up. */
    record GiveUp(int photo) implements Step {}

    /** A teacher changes the key. */
    record NewKey(List<ItemChange> changes) implements Step {

        public NewKey {
            changes = List.copyOf(changes);
        }
    }

    /** A teacher decides about an answer, or about all that look the same. */
    record Decide(int submission, int item, Word word, boolean group) implements Step {}

    /** A teacher says whether a sheet is the student's. */
    record SayWhose(int submission, int photo, boolean belongs) implements Step {}

    /** A teacher shows the marks, or takes them back. */
    record Show(boolean visible) implements Step {}

    /** A teacher takes an act back, be it an undoing. */
    record Undo(int act) implements Step {}

    /** What a reader sees of an item. */
    record Glimpse(int item, State state, int response) {}

    /** What is filled in as the student number. */
    enum WrittenNumber {
        NONE,
        OWN,
        ANOTHERS
    }

    /** A teacher's word: what an answer is worth, or else what it says. */
    record Word(@Nullable BigDecimal mark, int response) {}

    /** What changes of an item's key; null leaves it. */
    record ItemChange(
            int item,
            @Nullable List<Integer> answers,
            @Nullable BigDecimal points,
            @Nullable BigDecimal tolerance,
            @Nullable Boolean partial,
            @Nullable BigDecimal penalty,
            @Nullable Boolean drop,
            @Nullable Boolean bonus,
            @Nullable Boolean everyone) {}
}
