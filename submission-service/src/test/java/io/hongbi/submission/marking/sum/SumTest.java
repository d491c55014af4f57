package io.hongbi.submission.marking.sum;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.submission.marking.sum.Sum.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SumTest {

    @ParameterizedTest
    @CsvSource({
        "16+27=, 43",
        "51-8=, 43",
        "8-51=, -43",
        "6*7=, 42",
        "56/8=, 7",
        "2+3*4=, 14",
        "20-6/2=, 17",
        "100-36-24=, 40",
        "64/8/2=, 4",
        "12/4*3=, 9",
        "(2+3)*4=, 20",
        "24/(8-2)=, 4",
        "((1+2)*(3+4))-1=, 20",
        "0.1+0.2=, 0.3",
        "1.25*8=, 10",
        "2.5*4=, 10",
        "1-0.999=, 0.001",
        "7/4*2=, 3.5",
        "1/3+1/3=, 2/3",
        "43=16+(), 27",
        "()=16+27, 43",
        "()+27=43, 16",
        "16+()=43, 27",
        "51-()=43, 8",
        "()-8=43, 51",
        "()*7=42, 6",
        "6*()=42, 7",
        "()/8=7, 56",
        "56/()=7, 8",
        "3*(()+2)=21, 5",
        "20-()*3=8, 4",
        "1+()+2=10, 7",
        "5*()=2, 0.4",
        "3*()=1, 1/3",
        "17/5=, 3...2",
        "17/5=()...(), 3...2",
        "30/5=, 6",
        "30/5=()...(), 6...0",
        "3/5=()...(), 0...3",
        "7.5/2=()...(), 3...1.5",
        "()/5=3...2, 17",
        "17/()=3...2, 5",
        "17/5=()...2, 3",
        "17/5=3...(), 2",
        "(10+7)/5=()...(), 3...2",
        "3()5, <",
        "5()3, >",
        "3+2()5, =",
        "0.50()0.5, =",
        "7*8()9*6, >"
    })
    void worksOutWhatBelongsIntoTheGap(String expression, String expected) {
        var sum = Sum.of(expression).orElseThrow();

        assertThat(sum.expected(null)).isEqualTo(expected);
        assertThat(sum.judge(expected)).isEqualTo(Answer.RIGHT);
    }

    @ParameterizedTest
    @CsvSource({
        "16+27=, 41, WRONG",
        "16+27=, 43.0, RIGHT_IN_OTHER_FORM",
        "16+27=, 043, RIGHT_IN_OTHER_FORM",
        "16+27=, ４３, RIGHT",
        "16+27=, +43, RIGHT_IN_OTHER_FORM",
        "16+27=, 43...0, WRONG",
        "16+27=, '', WRONG",
        "16+27=, x, WRONG",
        "16+27=, <, WRONG",
        "5/2=, 2.50, RIGHT_IN_OTHER_FORM",
        "5/2=, 2.5, RIGHT",
        "5/2=, 2...1, RIGHT",
        "5/2=, 2……1, RIGHT",
        "5/2=, 2…1, RIGHT",
        "5/2=, 5/2, RIGHT",
        "5/2=, 10/4, RIGHT_IN_OTHER_FORM",
        "5/2=, 1...3, WRONG",
        "5/2=, 2, WRONG",
        "5/2=, 3, WRONG",
        "17/5=, 2...7, WRONG",
        "17/5=, 3...02, RIGHT_IN_OTHER_FORM",
        "1/2=, .5, RIGHT_IN_OTHER_FORM",
        "1/2=, 1/2, RIGHT",
        "1/2=, 0...1, RIGHT",
        "1/3=, 0.33, WRONG",
        "1/3=, 0.333333333333, WRONG",
        "30/5=, 6...0, RIGHT_IN_OTHER_FORM",
        "30/5=()...(), 6, WRONG",
        "17/5=()...(), 3.4, WRONG",
        "7/4*2=, 3...2, WRONG",
        "3()5, >, WRONG",
        "3()5, ＜, RIGHT",
        "8-51=, −43, RIGHT"
    })
    void judgesAnAnswer(String expression, String response, Answer answer) {
        assertThat(Sum.of(expression).orElseThrow().judge(response)).isEqualTo(answer);
    }

    /** Malformed, with no or several gaps, dividing by zero, with no or any right answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "=",
                "()",
                "16+27",
                "16+27=43",
                "()+()=43",
                "16+27=()+()",
                "5/0=",
                "0/0=",
                "7/(3-3)=",
                "()*0=0",
                "()*0=5",
                "0*()=0",
                "0/()=0",
                "0/()=5",
                "5/()=0",
                "()/0=5",
                "16+=",
                "+16=",
                "16++27=",
                "(16+27=",
                "16+27)=",
                "16 27=",
                "1.2.3+4=",
                "1.+2=",
                "16+27==",
                "16+27=()=43",
                "3()5()7",
                "()5",
                "3()",
                "3+()",
                "3()5+",
                "3<()",
                "17/5=3...2",
                "17/0=()...()",
                "17/5=()...5",
                "17/5=()...()...()",
                "17+5=()...()",
                "17/()=()...2",
                "16/()=3...2",
                "17/5=3...",
                "17/5=4...()",
                "17/5=1...()",
                "()/5=3...7",
                "-3+5=",
                "1()+5=17",
                "16+27=#",
                "a+b=",
                "1e9+1="
            })
    void leavesAloneWhatCannotBeWorkedOut(String expression) {
        assertThat(Sum.of(expression)).isEmpty();
    }

    @Test
    void takesNoTroubleOverWhatIsTooLongForAPage() {
        assertThat(Sum.of("9*".repeat(5000) + "9=")).isEmpty();
        assertThat(Sum.of("(".repeat(119) + "=")).isEmpty();
        assertThat(Sum.of("1+1=").orElseThrow().judge("2".repeat(5000))).isEqualTo(Answer.WRONG);
        assertThat(Sum.of("1+1=").orElseThrow().judge("1/" + "0".repeat(20)))
                .isEqualTo(Answer.WRONG);
    }

    @ParameterizedTest
    @CsvSource({
        "1/4=, 4, 0.25",
        "1/3=, 3, 1/3",
        "5/2=, 2, 2...1",
        "5/2=, 2.4, 2.5",
        "5/2=, 2...2, 2...1",
        "5/3=, 1.6, 5/3",
        "5/2=, 7/3, 2.5"
    })
    void expectsARemainderUnlessTheAnswerHasAPoint(
            String expression, String response, String expected) {
        assertThat(Sum.of(expression).orElseThrow().expected(response)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "16+27=, 43, 16 + 27 = 43",
        "6*7=, 42, 6 × 7 = 42",
        "17/5=, 3...2, 17 ÷ 5 = 3……2",
        "17/5=()...(), 3...2, 17 ÷ 5 = 3……2",
        "1/3=, 1/3, 1 ÷ 3 = 1/3",
        "8-51=, -43, 8 - 51 = -43",
        "51-()=43, 8, 51 - 8 = 43",
        "3*(()+2)=21, 5, 3 × (5 + 2) = 21",
        "3()5, <, 3 < 5",
        "7*8()9*6, >, 7 × 8 > 9 × 6"
    })
    void writesTheSumWithItsAnswer(String expression, String answer, String written) {
        assertThat(Sum.of(expression).orElseThrow().with(answer)).isEqualTo(written);
    }
}
