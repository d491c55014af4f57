package io.hongbi.grading.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hongbi.common.reading.Item.State;
import io.hongbi.grading.glyph.Glyph;
import io.hongbi.grading.glyph.Glyph.Candidate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenAnswerTest {

    private static final double ACCEPT = 0.95;

    @ParameterizedTest
    @CsvSource({
        "4 3 empty, 0, 43",
        "empty 4 3, 0, 43",
        "1 2 5, 1, 12.5",
        "1 2 empty, 1, 12",
        "empty empty 5, 1, 0.5",
    })
    void ignoresEmptyOuterBoxes(String labels, int decimals, String response) {
        var answer = WrittenAnswer.of(sure(labels), Notation.number(false, decimals));

        assertThat(answer.response()).isEqualTo(response);
        assertThat(answer.state()).isEqualTo(State.OK);
    }

    @ParameterizedTest
    @CsvSource({
        "4 empty 3, 0",
        "1 empty empty, 1",
        "4 plus 3, 0",
        "4 point 3, 0",
        "4 unclear 3, 0",
    })
    void doubtsWhatDoesNotBelongThere(String labels, int decimals) {
        var answer = WrittenAnswer.of(sure(labels), Notation.number(false, decimals));

        assertThat(answer.response()).isNull();
        assertThat(answer.state()).isEqualTo(State.DOUBTFUL);
    }

    @ParameterizedTest
    @CsvSource({
        "minus 4 empty, -4, OK",
        "plus 4 3, 43, OK",
        "empty 4 3, 43, OK",
        "minus empty empty, , DOUBTFUL",
        "empty empty empty, , BLANK",
        "7 4 3, , DOUBTFUL",
        "point 4 3, , DOUBTFUL",
    })
    void takesASignFromTheFirstBoxAndNothingElse(String labels, String response, State state) {
        var answer = WrittenAnswer.of(sure(labels), Notation.number(true, 0));

        assertThat(answer.response()).isEqualTo(response);
        assertThat(answer.state()).isEqualTo(state);
    }

    @Test
    void tellsBlankAndCrossedOut() {
        var blank = WrittenAnswer.of(sure("empty empty"), Notation.word());
        var struck = WrittenAnswer.of(sure("A crossed-out"), Notation.word());
        var corrected = WrittenAnswer.of(sure("crossed-out 4 3"), Notation.number(false, 0));
        var within = WrittenAnswer.of(sure("4 crossed-out 3"), Notation.number(false, 0));

        assertThat(blank.state()).isEqualTo(State.BLANK);
        assertThat(blank.response()).isNull();
        assertThat(struck.state()).isEqualTo(State.CROSSED_OUT);
        assertThat(corrected.state()).isEqualTo(State.CROSSED_OUT);
        assertThat(corrected.response()).isEqualTo("43");
        assertThat(within.response()).isNull();
    }

    @Test
    void rulesOutWhatABoxIsNotForButNotThatItHoldsNoCharacter() {
        var one = glyph("1", 0.9, "minus", 0.08, "unclear", 0.02);
        var scribble = glyph("unclear", 0.5, "minus", 0.3, "1", 0.2);
        var minus = glyph("minus", 0.97, "1", 0.03);

        var answer = WrittenAnswer.of(List.of(one), Notation.number(false, 0));

        assertThat(answer.state()).isEqualTo(State.OK);
        assertThat(answer.confidence()).isCloseTo(0.9 / 0.92, within(1e-9));
        assertThat(WrittenAnswer.of(List.of(scribble), Notation.number(false, 0)).response())
                .isNull();
        assertThat(WrittenAnswer.of(List.of(minus), Notation.number(false, 0)).state())
                .isEqualTo(State.DOUBTFUL);
    }

    @Test
    void isAsSureAsAllBoxesTogether() {
        var four = glyph("4", 0.98, "9", 0.02);
        var three = glyph("3", 0.97, "8", 0.02, "unclear", 0.01);
        var empty = glyph("empty", 0.99, "1", 0.01);

        var answer = WrittenAnswer.of(List.of(four, three, empty), Notation.number(false, 0));

        assertThat(answer.response()).isEqualTo("43");
        assertThat(answer.confidence()).isCloseTo(0.98 * 0.97 * 0.99, within(1e-9));
    }

    @Test
    void addsUpWhatSaysTheSame() {
        var sign = glyph("plus", 0.6, "empty", 0.4);

        var answer = WrittenAnswer.of(List.of(sign, glyph("4", 1)), Notation.number(true, 0));

        assertThat(answer.response()).isEqualTo("4");
        assertThat(answer.confidence()).isCloseTo(1, within(1e-9));
        assertThat(answer.state()).isEqualTo(State.DOUBTFUL); // a sign is there, or is not
    }

    @Test
    void offersEveryOtherResponseLikeliestFirst() {
        var three = glyph("3", 0.6, "8", 0.3, "unclear", 0.1);
        var four = glyph("4", 0.9, "9", 0.1);

        var answer = WrittenAnswer.of(List.of(four, three), Notation.number(false, 0));

        assertThat(answer.state()).isEqualTo(State.DOUBTFUL);
        assertThat(answer.response()).isEqualTo("43");
        assertThat(answer.alternatives())
                .extracting(WrittenAnswer.Other::response)
                .containsExactly("48", "93", "98");
        assertThat(answer.alternatives().getFirst().probability()).isCloseTo(0.27, within(1e-9));
    }

    private static List<Glyph> sure(String labels) {
        return Arrays.stream(labels.split(" ", -1)).map(label -> glyph(label, 1)).toList();
    }

    private static Glyph glyph(String label, double probability) {
        return new Glyph(List.of(new Candidate(label, probability)), ACCEPT);
    }

    private static Glyph glyph(String one, double p, String two, double q) {
        return new Glyph(List.of(new Candidate(one, p), new Candidate(two, q)), ACCEPT);
    }

    private static Glyph glyph(String one, double p, String two, double q, String three, double r) {
        return new Glyph(
                List.of(new Candidate(one, p), new Candidate(two, q), new Candidate(three, r)),
                ACCEPT);
    }
}
