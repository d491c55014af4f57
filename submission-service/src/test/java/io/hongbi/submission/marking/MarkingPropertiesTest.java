package io.hongbi.submission.marking;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.reading.Item.State;
import io.hongbi.submission.marking.AskedItem.Kind;
import io.hongbi.submission.marking.ItemKey.Counting;
import io.hongbi.submission.marking.TeacherAct.Decision;
import io.hongbi.submission.marking.TeacherAct.Overridden;
import io.hongbi.submission.marking.TeacherAct.Undone;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What is true of marking, whatever was asked, answered and decided. */
class MarkingPropertiesTest {

    private static final int MOST_ITEMS = 5;
    private static final List<String> ANSWERS =
            List.of("A", "B", "AB", "ABD", "C", "0.5", "1/2", "43", "T", "a", "Ｂ");

    /** Something to mark. */
    record Case(Facts facts, KeyVersion key) {

        Marks marked() {
            return Marking.mark(facts, key);
        }
    }

    @Property
    void doesNotDependOnTheOrderOfFacts(@ForAll("cases") Case given, @ForAll Random random) {
        var sightings = new ArrayList<>(given.facts().sightings());
        var acts = new ArrayList<>(given.facts().acts());
        Collections.shuffle(sightings, random);
        Collections.shuffle(acts, random);

        var shuffled = new Case(with(given, sightings, acts), given.key());

        assertThat(shuffled.marked()).isEqualTo(given.marked());
    }

    @Property
    void doesNotDependOnHowOftenFactsCome(@ForAll("cases") Case given) {
        var twice = with(given, doubled(given.facts().sightings()), doubled(given.facts().acts()));

        assertThat(Marking.mark(twice, given.key())).isEqualTo(given.marked());
    }

    @Property
    void keepsTheSumWithinItsBounds(@ForAll("cases") Case given) {
        var marks = given.marked();
        var score = marks.score();
        var keys = given.facts().items().stream().map(i -> given.key().of(i)).toList();
        var most = sum(keys.stream().map(ItemKey::points).toList());
        var least = sum(keys.stream().map(ItemKey::penalty).toList()).negate();

        if (score == null) {
            assertThat(marks.marks()).allMatch(mark -> mark.mark() == null);
        } else {
            assertThat(score.value()).isBetween(least, most);
            assertThat(score.max()).isBetween(BigDecimal.ZERO, most);
            assertThat(score.value())
                    .isEqualByComparingTo(
                            sum(
                                    marks.marks().stream()
                                            .map(Mark::mark)
                                            .filter(Objects::nonNull)
                                            .toList()));
        }
        assertThat(marks.marks())
                .extracting(Mark::itemId)
                .isEqualTo(given.facts().items().stream().map(AskedItem::itemId).toList());
    }

    /** Another right answer takes no points from anybody. */
    @Property
    void neverLowersAMarkWhereMoreAnswersAreRight(
            @ForAll("cases") Case given, @ForAll("answers") String added) {
        var wider = new HashMap<String, ItemKey>();
        given.key().keys().forEach((id, key) -> wider.put(id, withAnswer(key, added)));

        var before = given.marked().marks();
        var after = Marking.mark(given.facts(), new KeyVersion(2, wider)).marks();

        for (int i = 0; i < before.size(); i++) {
            var mark = before.get(i).mark();
            if (mark != null) {
                assertThat(after.get(i).mark()).isNotNull().isGreaterThanOrEqualTo(mark);
            }
        }
    }

    @Property
    void marksTheSameByEqualKeys(@ForAll("cases") Case given) {
        var copy = new KeyVersion(given.key().version(), new HashMap<>(given.key().keys()));

        assertThat(Marking.mark(given.facts(), copy)).isEqualTo(given.marked());
    }

    /**
     * What the reader is not certain of has a mark only by a teacher, or where all get the same.
     */
    @Property
    void neverGuesses(@ForAll("cases") Case given) {
        for (var mark : given.marked().marks()) {
            var states =
                    given.facts().sightings().stream()
                            .filter(sighting -> sighting.itemId().equals(mark.itemId()))
                            .map(Sighting::state)
                            .toList();
            boolean certain =
                    !states.isEmpty()
                            && states.stream().allMatch(s -> s == State.OK || s == State.BLANK);
            boolean sameForAll =
                    mark.reason() instanceof Reason.FullForAll
                            || mark.reason() instanceof Reason.Uncounted;
            if (!certain && !sameForAll && mark.layer() == Mark.Layer.MACHINE) {
                assertThat(isFree(given, mark) || mark.mark() == null).isTrue();
            }
        }
    }

    @Property
    void isAsItWasOnceEverythingIsUndone(@ForAll("cases") Case given) {
        var acts = new ArrayList<TeacherAct>();
        long sequence = 1;
        for (var act : given.facts().acts()) {
            if (act instanceof Overridden(_, var itemId, _, var decision)) {
                acts.add(new Overridden(sequence, itemId, decision));
                acts.add(new Undone(sequence + 1, sequence));
                sequence += 2;
            }
        }
        var undone = with(given, given.facts().sightings(), acts);
        var untouched = with(given, given.facts().sightings(), List.of());

        assertThat(Marking.mark(undone, given.key()))
                .isEqualTo(Marking.mark(untouched, given.key()));
    }

    @Provide
    Arbitrary<String> answers() {
        return Arbitraries.of(ANSWERS);
    }

    @Provide
    Arbitrary<Case> cases() {
        var kinds =
                Arbitraries.of(Kind.class)
                        .filter(kind -> kind != Kind.EXPRESSION && kind != Kind.COMPLETION)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(MOST_ITEMS);
        var keys = keys().list().ofSize(MOST_ITEMS);
        var sightings = sightings().list().ofMaxSize(8);
        var acts = acts().list().ofMaxSize(6);
        return Combinators.combine(kinds, keys, sightings, acts, Arbitraries.of(true, false))
                .as(MarkingPropertiesTest::put);
    }

    private static Case put(
            List<Kind> kinds,
            List<ItemKey> keys,
            List<Sighting> sightings,
            List<TeacherAct> acts,
            boolean allRead) {
        var items =
                IntStream.range(0, kinds.size())
                        .mapToObj(i -> new AskedItem("q" + (i + 1), 1 + i / 3, kinds.get(i)))
                        .toList();
        var byItem = new HashMap<String, ItemKey>();
        for (int i = 0; i < keys.size(); i++) {
            byItem.put("q" + (i + 1), keys.get(i));
        }
        return new Case(
                new Facts(items, sightings, allRead, distinct(acts)), new KeyVersion(1, byItem));
    }

    /** No two acts have one sequence. */
    private static List<TeacherAct> distinct(List<TeacherAct> acts) {
        var bySequence = new HashMap<Long, TeacherAct>();
        acts.forEach(act -> bySequence.put(act.sequence(), act));
        return List.copyOf(bySequence.values());
    }

    private static Arbitrary<ItemKey> keys() {
        var points = Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.TEN).ofScale(2);
        return Combinators.combine(
                        Arbitraries.of(ANSWERS).list().ofMaxSize(3),
                        points,
                        Arbitraries.of("0", "0.01", "40"),
                        Arbitraries.of(true, false),
                        Arbitraries.of("0", "0.5", "1"),
                        Arbitraries.frequencyOf(
                                Tuple.of(9, Arbitraries.just(false)),
                                Tuple.of(1, Arbitraries.just(true))),
                        Arbitraries.of(Counting.class))
                .as((answers, worth, tolerance, partial, penalty, everyone, counting) ->
                        new ItemKey(
                                answers,
                                worth,
                                new BigDecimal(tolerance),
                                partial,
                                new BigDecimal(penalty).min(worth),
                                everyone,
                                counting));
    }

    private static Arbitrary<Sighting> sightings() {
        return Combinators.combine(
                        itemIds(),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(State.class),
                        Arbitraries.of(ANSWERS))
                .as((id, page, state, response) ->
                        new Sighting(id, page, state, state == State.BLANK ? null : response));
    }

    private static Arbitrary<TeacherAct> acts() {
        var decisions =
                Arbitraries.oneOf(
                        Arbitraries.bigDecimals()
                                .between(BigDecimal.ZERO, BigDecimal.TEN)
                                .ofScale(2)
                                .map(Decision.Mark::new),
                        Arbitraries.of(ANSWERS).map(Decision.Response::new));
        var sequences = Arbitraries.longs().between(2, 12);
        return Arbitraries.oneOf(
                Combinators.combine(sequences, itemIds(), decisions)
                        .as((sequence, id, decision) -> new Overridden(sequence, id, decision)),
                Combinators.combine(sequences, Arbitraries.longs().between(1, 10))
                        .as((sequence, back) ->
                                new Undone(sequence, Math.max(0, sequence - back))));
    }

    private static Arbitrary<String> itemIds() {
        return Arbitraries.integers().between(1, MOST_ITEMS).map(i -> "q" + i);
    }

    private static ItemKey withAnswer(ItemKey key, String added) {
        if (key.answers().isEmpty()) { // that would be its first answer, not one more
            return key;
        }
        var answers = new ArrayList<>(key.answers());
        answers.add(added);
        return new ItemKey(
                answers,
                key.points(),
                key.tolerance(),
                key.partial(),
                key.penalty(),
                key.everyone(),
                key.counting());
    }

    private static Facts with(Case given, List<Sighting> sightings, List<TeacherAct> acts) {
        return new Facts(given.facts().items(), sightings, given.facts().allRead(), acts);
    }

    private static <T> List<T> doubled(List<T> list) {
        var twice = new ArrayList<>(list);
        twice.addAll(list);
        return twice;
    }

    private static boolean isFree(Case given, Mark mark) {
        return given.facts().items().stream()
                .anyMatch(i -> i.itemId().equals(mark.itemId()) && i.kind() == Kind.FREE);
    }

    private static BigDecimal sum(List<BigDecimal> values) {
        return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
