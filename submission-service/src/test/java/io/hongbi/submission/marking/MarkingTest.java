package io.hongbi.submission.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hongbi.common.reading.Item.State;
import io.hongbi.submission.marking.AskedItem.Kind;
import io.hongbi.submission.marking.ItemKey.Counting;
import io.hongbi.submission.marking.TeacherAct.Decision;
import io.hongbi.submission.marking.TeacherAct.GroupOverridden;
import io.hongbi.submission.marking.TeacherAct.Overridden;
import io.hongbi.submission.marking.TeacherAct.Undone;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MarkingTest {

    private static final BigDecimal TWO = BigDecimal.TWO;

    @ParameterizedTest
    @CsvSource({
        "SINGLE_CHOICE, B, B, RIGHT",
        "SINGLE_CHOICE, B, C, WRONG",
        "SINGLE_CHOICE, b, Ｂ, RIGHT",
        "TRUE_FALSE, T, F, WRONG",
        "MULTIPLE_CHOICE, AD, DA, RIGHT",
        "MULTIPLE_CHOICE, AD, A, WRONG",
        "LETTERS, APPLE, ａｐｐｌｅ, RIGHT",
        "LETTERS, APPLE, APPLES, WRONG",
        "DIGITS, 43, 43, RIGHT",
        "DIGITS, 43, 043, RIGHT",
        "DIGITS, 43, ４３, RIGHT",
        "DIGITS, 43, 34, WRONG",
        "DIGITS, 0.50, 1/2, RIGHT",
        "DIGITS, ½, .5, RIGHT",
        "DIGITS, 0.5, 5, WRONG",
        "DIGITS, -4.5, −4.50, RIGHT",
        "DIGITS, -4.5, 4.5, WRONG",
        "DIGITS, 0, -0, RIGHT",
        "DIGITS, 1/3, 0.33, WRONG",
        "DIGITS, 1/0, 1/0, RIGHT",
        "DIGITS, 1/0, 2/0, WRONG",
        "DIGITS, 1 1/2, 11/2, WRONG",
    })
    void comparesAnAnswerWithTheKey(Kind kind, String key, String response, Verdict verdict) {
        var mark = mark(kind, ItemKey.of(List.of(key), TWO), State.OK, response);

        assertThat(mark.verdict()).isEqualTo(verdict);
        assertThat(mark.mark()).isEqualByComparingTo(verdict == Verdict.RIGHT ? "2" : "0");
        assertThat(mark.response()).isEqualTo(response);
        assertThat(mark.expected()).isEqualTo(key);
    }

    @Test
    void takesAnyOfSeveralRightAnswers() {
        var key = ItemKey.of(List.of("43", "44"), TWO);

        assertThat(mark(Kind.DIGITS, key, State.OK, "44").verdict()).isEqualTo(Verdict.RIGHT);
        var wrong = mark(Kind.DIGITS, key, State.OK, "45");
        assertThat(wrong.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(wrong.expected()).isEqualTo("43 | 44");
        assertThat(wrong.reason()).isEqualTo(new Reason.Wrong("45", "43 | 44"));
    }

    @ParameterizedTest
    @CsvSource({"3.14, RIGHT", "3.15, RIGHT", "3.13, RIGHT", "3.16, WRONG", "22/7, RIGHT"})
    void allowsANumberItsTolerance(String response, Verdict verdict) {
        var key = key(List.of("3.14"), "0.01", false, "0", false, Counting.NORMAL);

        assertThat(mark(Kind.DIGITS, key, State.OK, response).verdict()).isEqualTo(verdict);
    }

    /** Three right options for two points. */
    @ParameterizedTest
    @CsvSource({
        "ABC, RIGHT, 2", "AB, PARTIAL, 1.33", "A, PARTIAL, 0.67", "ABD, PARTIAL, 0.67",
        "ABCD, PARTIAL, 1.33", "AD, WRONG, 0", "D, WRONG, 0", "ADE, WRONG, 0"
    })
    void givesPartOfThePointsForRightsMinusWrongs(String response, Verdict verdict, String points) {
        var key = key(List.of("ABC"), "0", true, "0", false, Counting.NORMAL);

        var mark = mark(Kind.MULTIPLE_CHOICE, key, State.OK, response);

        assertThat(mark.verdict()).isEqualTo(verdict);
        assertThat(mark.mark()).isEqualTo(new BigDecimal(points));
    }

    @Test
    void takesTheBestOfSeveralRightSets() {
        var key = key(List.of("AB", "CDE"), "0", true, "0", false, Counting.NORMAL);

        var mark = mark(Kind.MULTIPLE_CHOICE, key, State.OK, "CD");

        assertThat(mark.reason()).isEqualTo(new Reason.PartlyRight("CD", "CDE", 2, 0, 3));
    }

    @Test
    void takesThePenaltyOffForAWrongAnswerAndNotForABlankOne() {
        var key = key(List.of("B"), "0", false, "0.5", false, Counting.NORMAL);

        var wrong = marks(Kind.SINGLE_CHOICE, key, State.OK, "C");
        var blank = marks(Kind.SINGLE_CHOICE, key, State.BLANK, null);

        assertThat(wrong.score()).isEqualTo(new Score(new BigDecimal("-0.5"), TWO));
        assertThat(blank.score()).isEqualTo(new Score(BigDecimal.ZERO, TWO));
        assertThat(blank.marks().getFirst().verdict()).isEqualTo(Verdict.BLANK);
    }

    /** Two options of a single choice, and a correction that looks right, are doubtful too. */
    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"FAINT", "MULTIPLE", "CROSSED_OUT", "DOUBTFUL"})
    void asksATeacherAboutWhatIsNotCertain(State state) {
        var marks = marks(Kind.SINGLE_CHOICE, ItemKey.of(List.of("B"), TWO), state, "B");

        var mark = marks.marks().getFirst();
        assertThat(mark.verdict()).isEqualTo(Verdict.DOUBTFUL);
        assertThat(mark.mark()).isNull();
        assertThat(mark.response()).isEqualTo("B");
        assertThat(mark.reason()).isEqualTo(new Reason.Unsure(state, "B"));
        assertThat(marks.askTeacher()).isTrue();
        assertThat(marks.score()).isNull();
    }

    @Test
    void waitsForTheMarkOfAFreeAnswer() {
        var key = ItemKey.of(List.of(), TWO);

        var written = mark(Kind.FREE, key, State.DOUBTFUL, null);
        var untouched = mark(Kind.FREE, key, State.BLANK, null);

        assertThat(written.verdict()).isEqualTo(Verdict.NOT_MARKED);
        assertThat(written.mark()).isNull();
        assertThat(written.asksTeacher()).isTrue();
        assertThat(untouched.verdict()).isEqualTo(Verdict.BLANK);
        assertThat(untouched.mark()).isZero();
        assertThat(untouched.asksTeacher()).isFalse();
    }

    @Test
    void waitsForAKeyUnlessNothingIsToBeWon() {
        var unkeyed = mark(Kind.DIGITS, ItemKey.of(List.of(), TWO), State.OK, "43");
        var survey = mark(Kind.DIGITS, ItemKey.of(List.of(), BigDecimal.ZERO), State.OK, "43");

        assertThat(unkeyed.reason()).isEqualTo(new Reason.NoKey());
        assertThat(unkeyed.mark()).isNull();
        assertThat(unkeyed.asksTeacher()).isTrue();
        assertThat(survey.reason()).isEqualTo(new Reason.Uncounted());
        assertThat(survey.asksTeacher()).isFalse();
    }

    @Test
    void saysWhichPageWasNotHandedInOnceAllPhotosAreRead() {
        var item = new AskedItem("q1", 2, Kind.DIGITS);
        var key = new KeyVersion(1, Map.of("q1", ItemKey.of(List.of("43"), TWO)));

        var all = Marking.mark(Facts.read(List.of(item), List.of(), true), key);
        var some = Marking.mark(Facts.read(List.of(item), List.of(), false), key);

        var missing = all.marks().getFirst();
        assertThat(missing.verdict()).isEqualTo(Verdict.NOT_MARKED);
        assertThat(missing.mark()).isNull();
        assertThat(missing.page()).isNull();
        assertThat(missing.reason()).isEqualTo(new Reason.NotHandedIn(2));
        assertThat(all.askTeacher()).isFalse();
        assertThat(some.marks().getFirst().reason()).isEqualTo(new Reason.NotRead());
    }

    @Test
    void takesPhotosOfOnePageForOneWhereTheyAgree() {
        var agreeing = twoPhotos(State.OK, "43", State.OK, "43");
        var differing = twoPhotos(State.OK, "43", State.OK, "48");
        var unsure = twoPhotos(State.OK, "43", State.DOUBTFUL, "43");

        assertThat(agreeing.verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(agreeing.page()).isEqualTo(1);
        assertThat(differing.verdict()).isEqualTo(Verdict.DOUBTFUL);
        assertThat(differing.reason()).isEqualTo(new Reason.PhotosDiffer(List.of(1, 3)));
        assertThat(unsure.verdict()).isEqualTo(Verdict.DOUBTFUL);
    }

    @Test
    void countsADroppedItemForNobody() {
        var key = key(List.of("B"), "0", false, "0", false, Counting.DROPPED);

        var marks = marks(Kind.SINGLE_CHOICE, key, State.MULTIPLE, "BC", decide("1"));

        assertThat(marks.score()).isEqualTo(new Score(BigDecimal.ZERO, BigDecimal.ZERO));
        assertThat(marks.askTeacher()).isFalse();
    }

    @Test
    void putsABonusOnTopOfTheMaximum() {
        var key = key(List.of("B"), "0", false, "0", false, Counting.BONUS);

        assertThat(marks(Kind.SINGLE_CHOICE, key, State.OK, "B").score())
                .isEqualTo(new Score(TWO, BigDecimal.ZERO));
    }

    @Test
    void givesEverybodyThePointsWhateverTheyAnswered() {
        var key = key(List.of("B"), "0", false, "1", true, Counting.NORMAL);

        assertThat(mark(Kind.SINGLE_CHOICE, key, State.OK, "C").mark()).isEqualTo(TWO);
        assertThat(mark(Kind.SINGLE_CHOICE, key, State.DOUBTFUL, "C").mark()).isEqualTo(TWO);
        assertThat(mark(Kind.SINGLE_CHOICE, key, State.BLANK, null).mark()).isEqualTo(TWO);
    }

    @Test
    void letsATeacherDecideAndUndo() {
        var key = ItemKey.of(List.of("B"), TWO);
        var given = decide("1.5");
        var read = new Overridden(6, "q1", new Decision.Response("B"));
        var undone = new Undone(7, 6);
        var redone = new Undone(8, 7);

        assertThat(marks(Kind.SINGLE_CHOICE, key, State.MULTIPLE, "BC", given).marks())
                .singleElement()
                .satisfies(mark -> {
                    assertThat(mark.mark()).isEqualTo(new BigDecimal("1.5"));
                    assertThat(mark.verdict()).isEqualTo(Verdict.PARTIAL);
                    assertThat(mark.layer()).isEqualTo(Mark.Layer.TEACHER);
                });
        assertThat(reason(key, given, read)).isEqualTo(new Reason.Right("B"));
        assertThat(reason(key, undone, read, given)).isEqualTo(new Reason.TeachersMark());
        assertThat(reason(key, redone, given, undone, read)).isEqualTo(new Reason.Right("B"));
        assertThat(reason(key, new Undone(9, 5), given))
                .isEqualTo(new Reason.Unsure(State.MULTIPLE, "BC"));
    }

    @Test
    void decidesOnAllPapersThatShowTheSame() {
        var key = ItemKey.of(List.of("B"), TWO);
        var all =
                new GroupOverridden(
                        8, new Sighting("q1", 3, State.MULTIPLE, "BC"), new Decision.Response("B"));
        var later = new GroupOverridden(9, all.seen(), new Decision.Mark(new BigDecimal("1.5")));
        var elsewhere =
                new GroupOverridden(
                        10,
                        new Sighting("q1", 1, State.OK, "BC"),
                        new Decision.Mark(BigDecimal.ZERO));

        assertThat(reason(key, elsewhere)).isEqualTo(new Reason.Unsure(State.MULTIPLE, "BC"));
        assertThat(reason(key, all, elsewhere)).isEqualTo(new Reason.Right("B"));
        assertThat(reason(key, later, all)).isEqualTo(new Reason.TeachersMark());
        assertThat(reason(key, new Undone(11, 9), later, all)).isEqualTo(new Reason.Right("B"));
    }

    @Test
    void letsAWordOnOnePaperStandAboveOneOnAll() {
        var key = ItemKey.of(List.of("B"), TWO);
        var one = new Overridden(5, "q1", new Decision.Response("B"));
        var all =
                new GroupOverridden(
                        8,
                        new Sighting("q1", 1, State.MULTIPLE, "BC"),
                        new Decision.Mark(BigDecimal.ZERO));

        assertThat(reason(key, all, one)).isEqualTo(new Reason.Right("B"));
        assertThat(reason(key, all, one, new Undone(9, 5))).isEqualTo(new Reason.TeachersMark());
    }

    @Test
    void namesWhatTheMachineSeesWherePhotosAgree() {
        var item = new AskedItem("q1", 1, Kind.SINGLE_CHOICE);
        var first = new Sighting("q1", 1, State.OK, "B");
        var same = new Sighting("q1", 2, State.OK, "B");
        var other = new Sighting("q1", 2, State.OK, "C");

        assertThat(Facts.read(List.of(item), List.of(same, first), true).seen(item))
                .contains(first);
        assertThat(Facts.read(List.of(item), List.of(first, other), true).seen(item)).isEmpty();
    }

    @Test
    void boundsATeachersMarkByPointsThatBecameFewer() {
        var marks = marks(Kind.FREE, ItemKey.of(List.of(), TWO), State.DOUBTFUL, null, decide("5"));

        assertThat(marks.score()).isEqualTo(new Score(TWO, TWO));
    }

    @Test
    void refusesKeysThatCannotBe() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemKey.of(List.of("B"), new BigDecimal("0.001")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ItemKey.of(List.of("B"), new BigDecimal("-1")));
        assertThatIllegalArgumentException().isThrownBy(() -> ItemKey.of(List.of(" "), TWO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key(List.of("B"), "0", false, "3", false, Counting.NORMAL));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key(List.of("B"), "-1", false, "0", false, Counting.NORMAL));
        assertThatIllegalArgumentException().isThrownBy(() -> new Undone(3, 3));
    }

    @Test
    void keepsAnswersOutOfLogs() {
        var key = new KeyVersion(1, Map.of("q1", ItemKey.of(List.of("SECRET"), TWO)));

        assertThat(key.toString() + key.keys()).contains("q1").doesNotContain("SECRET");
    }

    private static Overridden decide(String mark) {
        return new Overridden(5, "q1", new Decision.Mark(new BigDecimal(mark)));
    }

    private static Reason reason(ItemKey key, TeacherAct... acts) {
        return marks(Kind.SINGLE_CHOICE, key, State.MULTIPLE, "BC", acts)
                .marks()
                .getFirst()
                .reason();
    }

    private static ItemKey key(
            List<String> answers,
            String tolerance,
            boolean partial,
            String penalty,
            boolean everyone,
            Counting counting) {
        return new ItemKey(
                answers,
                TWO,
                new BigDecimal(tolerance),
                partial,
                new BigDecimal(penalty),
                everyone,
                counting);
    }

    private static Mark mark(Kind kind, ItemKey key, State state, @Nullable String response) {
        return marks(kind, key, state, response).marks().getFirst();
    }

    private static Marks marks(
            Kind kind, ItemKey key, State state, @Nullable String response, TeacherAct... acts) {
        var facts =
                new Facts(
                        List.of(new AskedItem("q1", 1, kind)),
                        List.of(new Sighting("q1", 1, state, response)),
                        true,
                        List.of(acts));
        return Marking.mark(facts, new KeyVersion(3, Map.of("q1", key)));
    }

    private static Mark twoPhotos(State one, String first, State other, String second) {
        var facts =
                Facts.read(
                        List.of(new AskedItem("q1", 1, Kind.DIGITS)),
                        List.of(
                                new Sighting("q1", 3, other, second),
                                new Sighting("q1", 1, one, first)),
                        true);
        var key = new KeyVersion(1, Map.of("q1", ItemKey.of(List.of("43"), TWO)));
        return Marking.mark(facts, key).marks().getFirst();
    }
}
