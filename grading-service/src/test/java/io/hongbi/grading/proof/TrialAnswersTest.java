package io.hongbi.grading.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.layout.SheetItem;
import io.hongbi.common.layout.SheetPage;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrialAnswersTest {

    private final SheetPage page = PrintedForProof.layout().pages().getFirst();

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10})
    void fillEveryOptionOfEveryQuestionAtLeastOnce(int trials) {
        var all = trials(trials, 0);

        for (var item : page.items()) {
            if (item instanceof SheetItem.Choice || item instanceof SheetItem.TrueFalse) {
                assertThat(
                                all.stream()
                                        .flatMap(one ->
                                                characters(one.responses().get(item.itemId())))
                                        .collect(Collectors.toSet()))
                        .as(item.itemId())
                        .hasSize(item.places().size());
            }
        }
    }

    @Test
    void fillOneOptionOfAQuestionWithOneAnswerWhereThereAreTrialsEnough() {
        assertThat(trials(TrialAnswers.needed(page), 0))
                .allSatisfy(one -> assertThat(one.responses().get("q1")).hasSize(1));
    }

    @Test
    void fillEveryBubbleOfTheStudentNumberInTenTrials() {
        assertThat(TrialAnswers.needed(page)).isEqualTo(10);

        var seen = new HashSet<String>();
        for (var one : trials(10, 0)) {
            var number = Objects.requireNonNull(one.studentNumber());
            for (int i = 0; i < number.length(); i++) {
                seen.add(i + ":" + number.charAt(i));
            }
        }

        assertThat(seen).hasSize(80);
    }

    @Test
    void writeOtherCharactersInAnotherAttemptAndFillTheSameBubbles() {
        var first = TrialAnswers.of(page, 1, 10, 0).responses();
        var second = TrialAnswers.of(page, 1, 10, 1).responses();

        assertThat(second.get("q1")).isEqualTo(first.get("q1"));
        assertThat(second.get("q4")).isNotEqualTo(first.get("q4"));
        assertThat(second.get("q6")).isNotEqualTo(first.get("q6"));
    }

    @Test
    void useSignsAndTheDecimalPoint() {
        assertThat(trials(10, 0).stream().map(one -> one.responses().get("q5")))
                .allMatch(number -> number.matches("-?[0-9]{3}[.][0-9]"))
                .anyMatch(number -> number.startsWith("-"))
                .anyMatch(number -> !number.startsWith("-"));
    }

    private List<TrialAnswers> trials(int trials, int attempt) {
        return IntStream.range(0, trials)
                .mapToObj(trial -> TrialAnswers.of(page, trial, trials, attempt))
                .toList();
    }

    private static Stream<Integer> characters(@Nullable String text) {
        return Objects.requireNonNull(text).chars().boxed();
    }
}
