package io.hongbi.submission.marking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Item.Alternative;
import io.hongbi.common.reading.Item.State;
import io.hongbi.submission.marking.AskedItem.Kind;
import io.hongbi.submission.marking.Mark.Layer;
import io.hongbi.submission.marking.TeacherAct.Decision;
import io.hongbi.submission.marking.TeacherAct.GroupOverridden;
import io.hongbi.submission.marking.TeacherAct.Overridden;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sums, which are worked out. */
class SumsMarkingTest {

    private static final KeyVersion ANY_FORM = new KeyVersion(1, Map.of(), true);
    private static final KeyVersion PLAIN_FORM = new KeyVersion(1, Map.of(), false);

    @Test
    void marksEverySumAndCountsThemAll() {
        var marks =
                marks(
                        ANY_FORM,
                        sum("p1e1", 1, "16+27=", State.OK, "43"),
                        sum("p1e2", 1, "16+27=", State.OK, "41"),
                        sum("p2e1", 2, "3()5", State.BLANK, null),
                        sum("p2e2", 2, "17/5=", State.DOUBTFUL, "3...2"));

        assertThat(marks.marks())
                .extracting(Mark::verdict)
                .containsExactly(Verdict.RIGHT, Verdict.WRONG, Verdict.BLANK, Verdict.DOUBTFUL);
        assertThat(marks.marks()).extracting(Mark::page).containsExactly(1, 1, 2, 2);
        assertThat(marks.marks())
                .extracting(Mark::expected)
                .containsExactly("43", "43", "<", "3...2");
        assertThat(marks.score()).isEqualTo(new Score(BigDecimal.ONE, new BigDecimal("4")));
        assertThat(marks.askTeacher()).isTrue();
        assertThat(marks.marks().get(0).reason()).isEqualTo(new Reason.Solved("16 + 27 = 43"));
        assertThat(marks.marks().get(1).reason())
                .isEqualTo(new Reason.Missolved("16 + 27 = 43", "41"));
        assertThat(marks.marks().get(2).mark()).isZero();
    }

    @Test
    void weighsWhatTheReaderSaysByWhatTheSumComesTo() {
        assertThat(sure("43", State.DOUBTFUL, 0.8)).isEqualTo(State.OK);
        assertThat(sure("48", State.OK, 0.8)).isEqualTo(State.DOUBTFUL);
        assertThat(sure(null, State.DOUBTFUL, 0.99)).isEqualTo(State.DOUBTFUL);
        assertThat(sure("43", State.CROSSED_OUT, 0.99)).isEqualTo(State.CROSSED_OUT);
    }

    private static State sure(@Nullable String response, State state, double confidence) {
        return Sighting.ofSum("p1e1", 1, state, response, "16+27=", confidence, List.of()).state();
    }

    @Test
    void callsWrongWhatIsSurelyNotTheRightAnswerWhateverItSays() {
        var blurred = blurred(1, "46");
        assertThat(blurred.state()).isEqualTo(State.DOUBTFUL);

        var mark = mark(ANY_FORM, blurred);

        assertThat(mark.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(mark.response()).isNull();
        assertThat(mark.expected()).isEqualTo("43");
        assertThat(mark.reason()).isEqualTo(new Reason.NotRight("16 + 27 = 43", "48"));
        assertThat(mark.asksTeacher()).isFalse();
        assertThat(mark(ANY_FORM, blurred, blurred(2, "46")).verdict()).isEqualTo(Verdict.WRONG);
        assertThat(mark(ANY_FORM, blurred, blurred(2, "43")).verdict()).isEqualTo(Verdict.DOUBTFUL);
    }

    @Test
    void leavesWhatIsOnlyKnownToBeWrongOutOfGroups() {
        var waiting = sum("p1e1", 1, "16+27=", State.DOUBTFUL, "48");
        var acts =
                List.<TeacherAct>of(new GroupOverridden(1, waiting, new Decision.Response("43")));

        assertThat(mark(ANY_FORM, acts, waiting).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(mark(ANY_FORM, acts, blurred(1, "46")).verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void callsWrongWhatIsCrossedOutAndWasNotWrittenAnew() {
        var mark = mark(ANY_FORM, crossedOut(null, 0.98, "48"));

        assertThat(mark.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(mark.mark()).isZero();
        assertThat(mark.reason()).isEqualTo(new Reason.CrossedOut("16 + 27 = 43"));
        assertThat(mark(ANY_FORM, crossedOut("43", 0.98, "48")).reason())
                .isEqualTo(new Reason.CrossedOut("16 + 27 = 43"));
        assertThat(mark(ANY_FORM, crossedOut(null, 0.8, "48")).verdict())
                .isEqualTo(Verdict.DOUBTFUL);
    }

    private static Sighting blurred(int page, String perhaps) {
        var other = List.of(new Alternative(perhaps, new Confidence(0.26)));
        return Sighting.ofSum("p1e1", page, State.DOUBTFUL, "48", "16+27=", 0.73, other);
    }

    private static Sighting crossedOut(
            @Nullable String response, double confidence, String perhaps) {
        var other = List.of(new Alternative(perhaps, new Confidence(0.999 - confidence)));
        return Sighting.ofSum("p1e1", 1, State.CROSSED_OUT, response, "16+27=", confidence, other);
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"FAINT", "MULTIPLE", "CROSSED_OUT", "DOUBTFUL"})
    void neverTakesADoubtfulAnswerForTheRightOneBecauseTheSumWouldHold(State state) {
        var mark = mark(ANY_FORM, sum("p1e1", 1, "16+27=", state, "43"));

        assertThat(mark.verdict()).isEqualTo(Verdict.DOUBTFUL);
        assertThat(mark.mark()).isNull();
        assertThat(mark.reason()).isEqualTo(new Reason.Unsure(state, "43"));
    }

    @ParameterizedTest
    @CsvSource({"5/0=, 0", "16+27, 43", "()+()=43, 1", "16+=, 3", "16+27=43, 43"})
    void asksAboutWhatCannotBeWorkedOut(String expression, String response) {
        for (var sum :
                new Sighting[] {
                    sum("p1e1", 1, expression, State.OK, response),
                    sum("p1e1", 1, expression, State.BLANK, null)
                }) {
            var mark = mark(ANY_FORM, sum);
            assertThat(mark.verdict()).isEqualTo(Verdict.DOUBTFUL);
            assertThat(mark.reason()).isEqualTo(new Reason.Unsolvable());
            assertThat(mark.expected()).isNull();
            assertThat(mark.max()).isEqualTo(BigDecimal.ONE);
            assertThat(mark.asksTeacher()).isTrue();
        }
    }

    @Test
    void countsOtherFormsUnlessTheAssignmentDoesNot() {
        var sum = sum("p1e1", 1, "5/2=", State.OK, "2.50");

        assertThat(mark(ANY_FORM, sum).reason()).isEqualTo(new Reason.Solved("5 ÷ 2 = 2.50"));
        var strict = mark(PLAIN_FORM, sum);
        assertThat(strict.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(strict.mark()).isZero();
        assertThat(strict.reason()).isEqualTo(new Reason.OtherForm("2.50", "2.5"));
        assertThat(mark(PLAIN_FORM, sum("p1e1", 1, "5/2=", State.OK, "2.5")).verdict())
                .isEqualTo(Verdict.RIGHT);
    }

    @Test
    void countsOtherFormsOnWorksheetsAlikeUnlessTheAssignmentDoesNot() {
        var facts =
                Facts.read(
                        List.of(new AskedItem("q1", 1, Kind.DIGITS)),
                        List.of(new Sighting("q1", 1, State.OK, "2.50")),
                        true);
        var keys = Map.of("q1", ItemKey.of(List.of("2.5"), BigDecimal.TWO));

        assertThat(Marking.mark(facts, new KeyVersion(1, keys)).marks().getFirst().reason())
                .isEqualTo(new Reason.EqualNumber("2.50", "2.5"));
        assertThat(Marking.mark(facts, new KeyVersion(1, keys, false)).marks().getFirst().reason())
                .isEqualTo(new Reason.OtherForm("2.50", "2.5"));
    }

    @Test
    void letsATeacherSayWhatIsWrittenOrWhatItIsWorth() {
        var sum = sum("p1e1", 1, "16+27=", State.DOUBTFUL, "48");
        var says = new Overridden(1, "p1e1", "16+27=", new Decision.Response("43"));
        var worth = new Overridden(2, "p1e1", "16+27=", new Decision.Mark(BigDecimal.ZERO));

        var read = mark(ANY_FORM, List.of(says), sum);
        assertThat(read.verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(read.response()).isEqualTo("43");
        assertThat(read.layer()).isEqualTo(Layer.TEACHER);
        assertThat(mark(ANY_FORM, List.of(worth, says), sum).verdict()).isEqualTo(Verdict.WRONG);
        var unsolvable = sum("p1e1", 1, "5/0=", State.OK, "0");
        var right = new Overridden(1, "p1e1", "5/0=", new Decision.Mark(BigDecimal.ONE));
        assertThat(mark(ANY_FORM, List.of(right), unsolvable).mark()).isEqualTo(BigDecimal.ONE);
    }

    @Test
    void forgetsADecisionWhereAnotherPhotoShowsAnotherSum() {
        var decided = new Overridden(1, "p1e1", "16+27=", new Decision.Mark(BigDecimal.ONE));

        var mark = mark(ANY_FORM, List.of(decided), sum("p1e1", 1, "16+21=", State.DOUBTFUL, "43"));

        assertThat(mark.verdict()).isEqualTo(Verdict.DOUBTFUL);
        assertThat(mark.layer()).isEqualTo(Layer.MACHINE);
    }

    @Test
    void decidesOnTheSameAnswerToTheSameSumWhereverItStands() {
        var seen = sum("p1e1", 1, "16+27=", State.DOUBTFUL, "48");
        var all = new GroupOverridden(1, seen, new Decision.Response("43"));

        var marks =
                marks(
                        ANY_FORM,
                        List.of(all),
                        sum("p1e7", 1, "16+27=", State.DOUBTFUL, "48"),
                        sum("p1e8", 1, "16+27=", State.DOUBTFUL, "49"),
                        sum("p1e1", 1, "16+28=", State.DOUBTFUL, "48"));

        assertThat(marks.marks())
                .extracting(Mark::verdict)
                .containsExactly(Verdict.RIGHT, Verdict.DOUBTFUL, Verdict.DOUBTFUL);
        var elsewhere =
                Facts.ofSums(
                        List.of(sum("p2e3", 2, "16+27=", State.DOUBTFUL, "48")), true, List.of());
        assertThat(elsewhere.shows(seen)).isTrue();
        assertThat(elsewhere.shows(sum("p1e1", 1, "16+27=", State.OK, "48"))).isFalse();
    }

    @Test
    void doesNotDependOnTheOrderOfPagesNorOnHowOftenTheyCome() {
        var first = sum("p1e1", 1, "1+1=", State.OK, "2");
        var second = sum("p2e1", 2, "1+2=", State.OK, "3");

        assertThat(marks(ANY_FORM, second, first, second))
                .isEqualTo(marks(ANY_FORM, first, second));
    }

    @Test
    void knowsNoExpressionWithoutOneAndNoOtherItemWithOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AskedItem("p1e1", 1, Kind.EXPRESSION));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AskedItem("q1", 1, Kind.DIGITS, "1+1="));
    }

    private static Sighting sum(
            String itemId, int page, String expression, State state, @Nullable String response) {
        return new Sighting(itemId, page, state, response, expression);
    }

    private static Mark mark(KeyVersion key, Sighting... sums) {
        return marks(key, sums).marks().getFirst();
    }

    private static Mark mark(KeyVersion key, List<TeacherAct> acts, Sighting... sums) {
        return marks(key, acts, sums).marks().getFirst();
    }

    private static Marks marks(KeyVersion key, Sighting... sums) {
        return marks(key, List.of(), sums);
    }

    private static Marks marks(KeyVersion key, List<TeacherAct> acts, Sighting... sums) {
        return Marking.mark(Facts.ofSums(List.of(sums), true, acts), key);
    }
}
