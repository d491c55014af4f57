package io.hongbi.submission.histories;

import io.hongbi.common.reading.Item.State;
import io.hongbi.submission.histories.Step.Glimpse;
import io.hongbi.submission.histories.Step.ItemChange;
import io.hongbi.submission.histories.Step.Word;
import io.hongbi.submission.histories.Step.WrittenNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Draws histories. */
final class Steps {

    private static final int ITEMS = Sheet.ITEMS.size();

    private Steps() {}

    private record Counted(@Nullable Boolean bonus, @Nullable Boolean everyone) {}

    static Arbitrary<List<Step>> histories() {
        return Arbitraries.frequencyOf(
                        Tuple.of(1, handIns()),
                        Tuple.of(1, Combinators.combine(any(), any()).as(Step.Retake::new)),
                        Tuple.of(6, reads()),
                        Tuple.of(1, any().map(Step.Deliver::new)),
                        Tuple.of(1, any().map(Step.GiveUp::new)),
                        Tuple.of(
                                3,
                                changes().list().ofMinSize(1).ofMaxSize(2).map(Step.NewKey::new)),
                        Tuple.of(4, decisions()),
                        Tuple.of(1, words()),
                        Tuple.of(2, yesOrNo().map(Step.Show::new)),
                        Tuple.of(4, any().map(Step.Undo::new)))
                .list()
                .ofMinSize(2)
                .ofMaxSize(14)
                .map(Steps::afterHandIn);
    }

    private static List<Step> afterHandIn(List<Step> steps) {
        var history = new ArrayList<Step>();
        history.add(new Step.HandIn(0, 1));
        history.addAll(steps);
        return history;
    }

    /** Some more often than others, so that acts meet. */
    private static Arbitrary<Integer> items() {
        return Arbitraries.frequency(
                Tuple.of(5, 0), Tuple.of(4, 1), Tuple.of(3, 2), Tuple.of(1, 3), Tuple.of(2, 4));
    }

    /** Those most often whose rules have most to carry from one key to the next. */
    private static Arbitrary<Integer> changedItems() {
        return Arbitraries.frequency(
                Tuple.of(3, 0), Tuple.of(5, 1), Tuple.of(6, 2), Tuple.of(1, 3), Tuple.of(1, 4));
    }

    private static Arbitrary<Step> handIns() {
        return Combinators.combine(upTo(2), upTo(2).map(more -> 1 + more)).as(Step.HandIn::new);
    }

    private static Arbitrary<Step> reads() {
        return Combinators.combine(
                        any(),
                        upTo(World.READERS.size()),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(
                                WrittenNumber.OWN, WrittenNumber.NONE, WrittenNumber.ANOTHERS),
                        glimpses(),
                        upTo(3))
                .as(Step.Read::new);
    }

    private static Arbitrary<List<Glimpse>> glimpses() {
        var states =
                Arbitraries.frequency(
                        Tuple.of(6, State.OK),
                        Tuple.of(2, State.BLANK),
                        Tuple.of(3, State.DOUBTFUL),
                        Tuple.of(1, State.MULTIPLE));
        return Combinators.combine(upTo(ITEMS), states, upTo(3))
                .as(Glimpse::new)
                .list()
                .uniqueElements(Glimpse::item)
                .ofMaxSize(ITEMS);
    }

    private static Arbitrary<Step> decisions() {
        return Combinators.combine(any(), items(), word(), yesOrNo()).as(Step.Decide::new);
    }

    private static Arbitrary<Word> word() {
        return Arbitraries.oneOf(
                Arbitraries.of("0", "0.5", "1", "2", "4.25")
                        .map(mark -> new Word(new BigDecimal(mark), 0)),
                Arbitraries.integers().between(-1, 5).map(response -> new Word(null, response)));
    }

    private static Arbitrary<Step> words() {
        return Combinators.combine(any(), any(), yesOrNo()).as(Step.SayWhose::new);
    }

    private static Arbitrary<ItemChange> changes() {
        return Combinators.combine(
                        changedItems(),
                        upTo(5).list().uniqueElements().ofMaxSize(2).injectNull(0.5),
                        decimals("0", "1", "2.5", "4").injectNull(0.6),
                        decimals("0", "0.02", "0.02", "1").injectNull(0.5),
                        yesOrNo().injectNull(0.4),
                        decimals("0", "0.5", "2").injectNull(0.7),
                        mostlyNot().injectNull(0.5),
                        Combinators.combine(
                                        mostlyNot().injectNull(0.7), mostlyNot().injectNull(0.7))
                                .as(Counted::new))
                .as((item, answers, points, tolerance, partial, penalty, drop, more) ->
                        new ItemChange(
                                item,
                                answers == null ? null : possible(item, answers),
                                points,
                                tolerance,
                                partial,
                                penalty,
                                drop,
                                more.bonus(),
                                more.everyone()));
    }

    private static List<Integer> possible(int item, List<Integer> answers) {
        int most = Sheet.ITEMS.get(item).possible();
        return most == 0 ? List.of() : answers.stream().map(n -> n % most).distinct().toList();
    }

    private static Arbitrary<BigDecimal> decimals(String... values) {
        return Arbitraries.of(values).map(BigDecimal::new);
    }

    private static Arbitrary<Boolean> yesOrNo() {
        return Arbitraries.of(true, false);
    }

    private static Arbitrary<Boolean> mostlyNot() {
        return Arbitraries.of(false, false, true);
    }

    private static Arbitrary<Integer> any() {
        return upTo(60);
    }

    private static Arbitrary<Integer> upTo(int end) {
        return Arbitraries.integers().between(0, end - 1);
    }
}
