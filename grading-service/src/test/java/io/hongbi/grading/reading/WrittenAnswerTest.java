package io.hongbi.grading.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.reading.Item.State;
import io.hongbi.grading.glyph.Glyph;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenAnswerTest {

    @ParameterizedTest
    @CsvSource({
        "4 3 empty, 0, 43",
        "empty 4 3, 0, 43",
        "1 2 5, 1, 12.5",
        "1 2 empty, 1, 12",
        "empty empty 5, 1, 0.5",
    })
    void ignoresEmptyOuterBoxes(String labels, int decimals, String response) {
        var answer = WrittenAnswer.digits(sure(labels), false, decimals);

        assertThat(answer.response()).isEqualTo(response);
        assertThat(answer.state()).isEqualTo(State.OK);
    }

    @ParameterizedTest
    @CsvSource({
        "4 empty 3, 0",
        "1 empty empty, 1",
        "4 plus 3, 0",
        "4 unclear 3, 0",
    })
    void doubtsWhatDoesNotBelongThere(String labels, int decimals) {
        var answer = WrittenAnswer.digits(sure(labels), false, decimals);

        assertThat(answer.response()).isNull();
        assertThat(answer.state()).isEqualTo(State.DOUBTFUL);
    }

    @Test
    void takesASignFromTheFirstBoxOnly() {
        assertThat(WrittenAnswer.digits(sure("minus 4"), true, 0).response()).isEqualTo("-4");
        assertThat(WrittenAnswer.digits(sure("empty 4"), true, 0).response()).isEqualTo("4");
        assertThat(WrittenAnswer.digits(sure("minus empty"), true, 0).state())
                .isEqualTo(State.DOUBTFUL);
        assertThat(WrittenAnswer.digits(sure("7 4"), true, 0).state()).isEqualTo(State.DOUBTFUL);
    }

    @Test
    void tellsBlankAndCrossedOut() {
        assertThat(WrittenAnswer.letters(sure("empty empty")).state()).isEqualTo(State.BLANK);
        assertThat(WrittenAnswer.letters(sure("empty empty")).response()).isNull();
        assertThat(WrittenAnswer.letters(sure("A crossed-out")).state())
                .isEqualTo(State.CROSSED_OUT);
    }

    @Test
    void offersWhatAnUnsureBoxMayBeInstead() {
        var unsure =
                new Glyph(
                        List.of(
                                new Glyph.Candidate("3", 0.6),
                                new Glyph.Candidate("8", 0.3),
                                new Glyph.Candidate("unclear", 0.1)),
                        false);

        var answer = WrittenAnswer.digits(List.of(glyph("4"), unsure), false, 0);

        assertThat(answer.state()).isEqualTo(State.DOUBTFUL);
        assertThat(answer.response()).isEqualTo("43");
        assertThat(answer.alternatives()).containsExactly(new WrittenAnswer.Other("48", 0.3));
    }

    private static List<Glyph> sure(String labels) {
        return Arrays.stream(labels.split(" ", -1)).map(WrittenAnswerTest::glyph).toList();
    }

    private static Glyph glyph(String label) {
        return new Glyph(
                List.of(
                        new Glyph.Candidate(label, 0.99),
                        new Glyph.Candidate("unclear", 0.01),
                        new Glyph.Candidate("point", 0)),
                true);
    }
}
