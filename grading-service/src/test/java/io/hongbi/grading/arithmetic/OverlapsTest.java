package io.hongbi.grading.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.reading.Item.State;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverlapsTest {

    private static final FoundExpression SUM = at(100, 100, "43", 0.9);

    @Test
    void leavesSumsBesideEachOther() {
        var others = List.of(SUM, at(300, 100, "43", 0.8), at(100, 140, "43", 0.7));

        assertThat(Overlaps.settle(others)).isEqualTo(others);
    }

    @Test
    void keepsTheLikeliestOfThoseInOnePlace() {
        assertThat(Overlaps.settle(List.of(at(95, 105, "43", 0.6), SUM))).containsExactly(SUM);
    }

    @Test
    void doubtsItWhereTheOtherSaysSomethingElse() {
        assertThat(Overlaps.settle(List.of(SUM, at(110, 95, "48", 0.6))))
                .singleElement()
                .returns("43", FoundExpression::response)
                .returns(State.DOUBTFUL, FoundExpression::state);
    }

    /** As where one line was misread across two neighbours. */
    @Test
    void losesNoSumToOneThatIsDroppedItself() {
        var across = at(155, 100, "43", 0.8);
        var neighbour = at(213, 100, "43", 0.7);

        assertThat(Overlaps.settle(List.of(SUM, across, neighbour)))
                .containsExactly(SUM, neighbour);
    }

    private static FoundExpression at(double x, double y, String response, double confidence) {
        return new FoundExpression(
                List.of(
                        new double[] {x, y},
                        new double[] {x + 120, y - 6},
                        new double[] {x + 122, y + 24},
                        new double[] {x + 2, y + 30}),
                "16+27=",
                response,
                State.OK,
                confidence,
                List.of(),
                List.of());
    }
}
