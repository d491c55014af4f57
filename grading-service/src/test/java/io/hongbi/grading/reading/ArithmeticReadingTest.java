package io.hongbi.grading.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.reading.Item.State;
import io.hongbi.grading.arithmetic.FoundExpression;
import io.hongbi.grading.arithmetic.FoundExpression.Alternative;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArithmeticReadingTest {

    /** A message to Kafka stays under 128 KB. */
    @ParameterizedTest
    @CsvSource({"1, 12", "60, 12", "100, 12", "200, 6", "900, 4"})
    void namesFewerResponsesWhereAPageHasManySums(int sums, int named) {
        var items = ArithmeticReading.items(Collections.nCopies(sums, doubted()), 1);

        assertThat(items).hasSize(sums);
        assertThat(items).allSatisfy(item -> assertThat(item.alternatives()).hasSize(named));
        assertThat(items.getFirst().alternatives().getFirst().response()).isEqualTo("10");
    }

    private static FoundExpression doubted() {
        var alternatives =
                IntStream.range(10, 22)
                        .mapToObj(response -> new Alternative(String.valueOf(response), 0.01))
                        .toList();
        return new FoundExpression(
                List.of(
                        new double[] {0, 0},
                        new double[] {9, 0},
                        new double[] {9, 9},
                        new double[] {0, 9}),
                "16+27=",
                "43",
                State.DOUBTFUL,
                0.5,
                alternatives,
                List.of());
    }
}
