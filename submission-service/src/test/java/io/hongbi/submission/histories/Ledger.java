package io.hongbi.submission.histories;

import io.hongbi.submission.histories.Step.Glimpse;
import io.hongbi.submission.histories.Step.ItemChange;
import io.hongbi.submission.histories.Step.Word;
import io.hongbi.submission.histories.Step.WrittenNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The facts of a history, as they come to be known. */
final class Ledger {

    final List<Paper> papers = new ArrayList<>();
    final List<Act> acts = new ArrayList<>();

    /** A submission. */
    static final class Paper {

        final int student;
        final List<Photo> inPlace = new ArrayList<>();

        Paper(int student, int photos) {
            this.student = student;
            for (int i = 0; i < photos; i++) {
                inPlace.add(new Photo());
            }
        }
    }

    /** A photo and what readers said of it, by the place of the reader among all readers. */
    static final class Photo {

        final Map<Integer, Said> readings = new HashMap<>();
        boolean givenUp;

        @Nullable Said newest() {
            return readings.keySet().stream()
                    .max(Comparator.naturalOrder())
                    .map(readings::get)
                    .orElse(null);
        }
    }

    /** What a reader said of a photo. */
    record Said(boolean legible, WrittenNumber number, List<Glimpse> items) {}

    /** What a teacher did. */
    static final class Act {

        final Deed deed;
        @Nullable Act undoneBy;

        Act(Deed deed) {
            this.deed = deed;
        }

        boolean isInForce() {
            return undoneBy == null || !undoneBy.isInForce();
        }

        Act lastOfChain() {
            return undoneBy == null ? this : undoneBy.lastOfChain();
        }
    }

    /** What kind of act. */
    sealed interface Deed {

        /** The key is changed. */
        record KeyChanged(List<ItemChange> changes) implements Deed {}

        /** A word on one answer. */
        record Decided(Paper paper, int item, Word word) implements Deed {}

        /** A word on all that look so. */
        record DecidedAll(Look look, Word word) implements Deed {}

        /** Whose a sheet is. */
        record Owned(Photo photo, boolean belongs) implements Deed {}

        /** Marks are shown or not. */
        record Shown(boolean visible) implements Deed {}

        /** Another act is taken back. */
        record Undone() implements Deed {}
    }

    /** How an answer looks to the machine. */
    record Look(int item, Glimpse glimpse) {

        boolean isLike(Look other) {
            return item == other.item
                    && glimpse.state() == other.glimpse.state()
                    && Objects.equals(Rules.response(glimpse), Rules.response(other.glimpse));
        }
    }

    void undo(Act act) {
        var undoing = new Act(new Deed.Undone());
        act.lastOfChain().undoneBy = undoing;
        acts.add(undoing);
    }

    /** In the order in which they were done. */
    <D extends Deed> Stream<D> inForce(Class<D> kind) {
        return acts.stream()
                .filter(act -> kind.isInstance(act.deed) && act.isInForce())
                .map(act -> kind.cast(act.deed));
    }

    boolean isVisible() {
        return inForce(Deed.Shown.class)
                .reduce((_, last) -> last)
                .map(Deed.Shown::visible)
                .orElse(false);
    }

    /** Those that count: of each student the last. */
    List<Paper> latest() {
        Map<Integer, Paper> latest = new HashMap<>();
        papers.forEach(paper -> latest.put(paper.student, paper));
        return List.copyOf(latest.values());
    }
}
