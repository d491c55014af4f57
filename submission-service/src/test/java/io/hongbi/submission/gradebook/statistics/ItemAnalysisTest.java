package io.hongbi.submission.gradebook.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.gradebook.statistics.ItemAnalysis.Answer;
import io.hongbi.submission.gradebook.statistics.Statistics.AnswerGroup;
import io.hongbi.submission.gradebook.statistics.Statistics.ItemFigures;
import io.hongbi.submission.gradebook.statistics.Statistics.SuspiciousKey;
import io.hongbi.submission.marking.ItemKey;
import io.hongbi.submission.marking.Mark;
import io.hongbi.submission.marking.Mark.Layer;
import io.hongbi.submission.marking.Reason;
import io.hongbi.submission.marking.Verdict;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ItemAnalysisTest {

    private static final List<String> OPTIONS = List.of("A", "B", "C", "D");

    private final List<Answer> answers = new ArrayList<>();

    @Test
    void correlatesAnItemWithTheRest() {
        double[] rest = {0.9, 0.2, 0.7, 0.6, 0.5, 0.5, 0.4, 0.3, 0.8, 0.1};
        for (int i = 0; i < rest.length; i++) {
            add(i < 5 ? "B" : "C", i < 5, rest[i]);
        }

        // statistics.correlation of CPython 3.11 gives 0.3266
        assertThat(figures().discrimination()).isEqualByComparingTo("0.33");
        assertThat(figures().facility()).isEqualByComparingTo("0.5");
    }

    @Test
    void doesNotCorrelateWhatCannotBe() {
        for (int i = 0; i < 9; i++) {
            add(i % 2 == 0 ? "B" : "C", i % 2 == 0, i / 10.0);
        }
        assertThat(figures().discrimination()).as("nine papers").isNull();

        answers.clear();
        for (int i = 0; i < 12; i++) {
            add("B", true, i / 12.0);
        }
        assertThat(figures().discrimination()).as("all alike").isNull();

        answers.clear();
        for (int i = 0; i < 12; i++) {
            add(i % 2 == 0 ? "B" : "C", i % 2 == 0, 0.1);
        }
        assertThat(figures().discrimination()).as("the rest all alike").isNull();

        answers.clear();
        assertThat(figures().facility()).isNull();
        assertThat(figures().options()).allSatisfy(option -> assertThat(option.share()).isNull());
    }

    @Test
    void countsOptionsAndEqualAnswers() {
        add("B", true, 0.5);
        add("B", true, 0.4);
        add("AC", false, 0.3);
        answers.add(
                new Answer(mark(null, Verdict.BLANK, BigDecimal.ZERO, new Reason.LeftBlank()), .2));

        var figures = figures();

        assertThat(figures.options())
                .extracting(option -> option.option() + option.papers() + " " + option.share())
                .containsExactly("A1 0.25", "B2 0.5", "C1 0.25", "D0 0");
        assertThat(figures.answers())
                .containsExactly(
                        new AnswerGroup("B", Verdict.RIGHT, 2, BigDecimal.TWO),
                        new AnswerGroup("AC", Verdict.WRONG, 1, BigDecimal.ZERO),
                        new AnswerGroup(null, Verdict.BLANK, 1, BigDecimal.ZERO));
        assertThat(figures.blank()).isEqualTo(1);
        assertThat(figures.otherAnswers()).isZero();
    }

    @Test
    void doubtsAKeyThatStrongStudentsContradict() {
        for (int i = 0; i < 5; i++) {
            add("C", false, 0.9 + i / 100.0);
        }
        for (int i = 0; i < 10; i++) {
            add("B", true, 0.1 + i / 100.0);
        }

        assertThat(figures().suspiciousKey()).isEqualTo(new SuspiciousKey("C", 5, 5));
    }

    @Test
    void doesNotDoubtAKeyThatWeakStudentsContradictOrFewDo() {
        for (int i = 0; i < 5; i++) {
            add(i < 3 ? "B" : "C", i < 3, 0.9 + i / 100.0);
        }
        for (int i = 0; i < 10; i++) {
            add("C", false, 0.1 + i / 100.0);
        }
        assertThat(figures().suspiciousKey()).isNull();

        answers.clear();
        for (int i = 0; i < 9; i++) {
            add("C", false, i / 10.0);
        }
        assertThat(figures().suspiciousKey()).as("nine papers").isNull();
    }

    @Test
    void listsTheMostFrequentAnswersOnly() {
        for (int i = 0; i < 60; i++) {
            for (String answer : Collections.nCopies(i == 59 ? 2 : 1, "a" + i)) {
                add(answer, false, 0.5);
            }
        }

        var figures = figures();

        assertThat(figures.answers()).hasSize(50);
        assertThat(figures.answers().getFirst().response()).isEqualTo("a59");
        assertThat(figures.otherAnswers()).isEqualTo(10);
    }

    private void add(String response, boolean right, double rest) {
        answers.add(
                new Answer(
                        right
                                ? mark(
                                        response,
                                        Verdict.RIGHT,
                                        BigDecimal.TWO,
                                        new Reason.Right(response))
                                : mark(
                                        response,
                                        Verdict.WRONG,
                                        BigDecimal.ZERO,
                                        new Reason.Wrong(response, "B")),
                        rest));
    }

    private static Mark mark(
            @Nullable String response, Verdict verdict, BigDecimal mark, Reason reason) {
        return new Mark(
                "q1", 1, mark, BigDecimal.TWO, verdict, response, "B", reason, Layer.MACHINE);
    }

    private ItemFigures figures() {
        return new ItemAnalysis("q1", ItemKey.of(List.of("B"), BigDecimal.TWO), OPTIONS, answers)
                .figures();
    }
}
