package io.hongbi.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void takesTheNearestRank() {
        Latencies hundred =
                new Latencies(
                        LongStream.rangeClosed(1, 100)
                                .mapToObj(i -> Duration.ofMillis(101 - i))
                                .toList());

        assertThat(hundred.percentileMillis(0.5)).isEqualTo(50);
        assertThat(hundred.percentileMillis(0.95)).isEqualTo(95);
        assertThat(hundred.percentileMillis(1)).isEqualTo(100);
    }
}
