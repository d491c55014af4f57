package io.hongbi.grading.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.reading.Item.State;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            textBlock =
                    """
                    16+27={43},          16+27=,        43,    ok
                    16+27={8},           16+27=,        8,     ok
                    16+27=,              16+27=,        null,  blank
                    3×8÷2={12},          3*8/2=,        12,    ok
                    (2.5+4)×3={.},       (2.5+4)*3=,    .,     doubtful
                    (2.5+4)×3={19.5},    (2.5+4)*3=,    19.5,  ok
                    3-5={-2},            3-5=,          -2,    ok
                    17÷5={3…2},          17/5=,         3...2, ok
                    17÷5={3-2},          17/5=,         3...2, ok
                    17÷5={3.…2},         17/5=,         3...2, ok
                    17÷5={3=2},          17/5=,         3...2, ok
                    17÷5={3}={2},        17/5=,         3...2, ok
                    17÷5={3}=,           17/5=()=,      3,     doubtful
                    17÷5={-3},           17/5=,         -3,    ok
                    17÷5={3.2},          17/5=,         3.2,   ok
                    16+27={4-3},         16+27=,        4-3,   doubtful
                    17÷5=({3})…({2}),    17/5=()...(),  3...2, ok
                    17÷5=({3})…(),       17/5=()...(),  3...,  doubtful
                    17÷5=□…□,            17/5=()...(),  null,  blank
                    17÷5=3…({2}),        17/5=3...(),   2,     ok
                    17÷5=({3})…2,        17/5=()...2,   3,     ok
                    17÷5=3…(),           17/5=3...(),   null,  blank
                    3+({5})=8,           3+()=8,        5,     ok
                    3+()=8,              3+()=8,        null,  blank
                    {5}+3=8,             ()+3=8,        5,     ok
                    8={5}+3,             8=()+3,        5,     ok
                    3+□=8,               3+()=8,        null,  blank
                    3{<}5,               3()5,          <,     ok
                    2+3□5,               2+3()5,        null,  blank
                    3{7}5,               3()5,          7,     doubtful
                    {16+27=43},          16+27=,        43,    ok
                    {16+27=},            16+27=,        null,  blank
                    {3+4>6},             3+4()6,        >,     ok
                    16+27={~43},         16+27=,        43,    ok
                    16+27={~},           16+27=,        null,  crossed-out
                    16+27={4~3},         16+27=,        null,  doubtful
                    16+27={43}#,         16+27=,        43,    ok
                    16+27={43#},         16+27=,        43,    ok
                    16+27={#},           16+27=,        null,  doubtful
                    1{6}+27={43},        1()+27=,       6...43, doubtful
                    16+27=#,             16+27=,        null,  doubtful
                    16+27=(43),          16+27=,        null,  doubtful
                    +27={43},            +27=,          43,    doubtful
                    16+=({43}),          16+=,          43,    doubtful
                    16+27={4+3},         16+27=,        4+3,   doubtful
                    16+27={43}=,         16+27=()=,     43,    doubtful
                    16+27-{43},          16+27=,        43,    doubtful
                    16+27{43},           16+27=,        43,    doubtful
                    126÷3=4{2},          126/3=,        42,    ok
                    40-19=21,            40-19=,        21,    ok
                    26+(11)=37,          26+()=37,      11,    ok
                    12+(1{7})=29,        12+()=29,      17,    ok
                    34+5{-4=}3{5},       34+5-4=,       35,    ok
                    69-4{=65},           69-4=,         65,    ok
                    39{=}39,             39()39,        =,     ok
                    {5}+34=39,           ()+34=39,      5,     ok
                    126÷3={4}2,          126/3=,        42,    ok
                    126÷3={4}.5,         126/3=,        4.5,   ok
                    12{6}÷3={42},        126/3=,        42,    ok
                    {12}6{÷3=42},        126/3=,        42,    ok
                    16+27={43}×,         16+27=,        43,    ok
                    16+27=({43}).,       16+27=,        43,    ok
                    2+3{<}9×,            2+3()9,        <,     ok
                    """)
    void readsOneSum(String line, String expression, String response, String state) {
        var sums = Grammar.parse(Signs.of(line));

        assertThat(sums).hasSize(1);
        assertThat(sums.getFirst().expression()).isEqualTo(expression);
        assertThat(sums.getFirst().response()).isEqualTo(response);
        assertThat(sums.getFirst().state())
                .isEqualTo(State.valueOf(state.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            textBlock =
                    """
                    16+27={43} 35-8={27},    16+27=43 | 35-8=27
                    16+27= 35-8={27},        16+27=null | 35-8=27
                    16+27={43}35-8={27},     16+27=43 | 35-8=27
                    16+27= {43} 35-8=,       16+27=43 | 35-8=null
                    16+27=□35-8=□,           16+27=null | 35-8=null
                    16+27={4}35-8={27},      16+27=4 | 35-8=27
                    (15) 16+27={43},         16+27=43
                    9. 16+27={43},           16+27=43
                    # 16+27={43},            16+27=43
                    3+({5})=8 4+()=6,        3+()=85 | 4+()=6null
                    3□5 {5+1=6},             3()5null | 5+1=6
                    """)
    void partsTheSumsOfALine(String line, String expected) {
        var sums = Grammar.parse(Signs.of(line));

        assertThat(
                        sums.stream()
                                .map(s -> s.expression() + Objects.toString(s.response()))
                                .collect(Collectors.joining(" | ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "#",
                "12",
                "{12}",
                "2026-11-26",
                "#3#",
                "12{34}",
                "=",
                "{=}",
                "5=5",
                "16+27",
                "12#34",
                "8{<}10#10",
                "1#2+3={4}",
                "9. #",
                "(3)",
                "□",
                "#□#",
                "{#}",
                "3{5}",
                "<",
                "16{+}"
            })
    void leavesAloneWhatIsNoSum(String line) {
        assertThat(Grammar.parse(Signs.of(line))).isEmpty();
    }

    @Test
    void readsTheSameWhetherTheAnswerIsRightOrWrong() {
        for (int answer = 0; answer < 100; answer++) {
            var sum = Grammar.parse(Signs.of("16+27={" + answer + "}")).getFirst();

            assertThat(sum.response()).isEqualTo(Integer.toString(answer));
            assertThat(sum.state()).isEqualTo(State.OK);
        }
    }
}
