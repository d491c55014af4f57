package io.hongbi.loadtest.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapacityTest {

    @TempDir private Path folder;

    @Test
    void needsCoresForTheRateAndTheUtilisation() throws IOException {
        var costs = costs("cpu.grading=50\ncpu.gateway=10\nutilisation=0.5");
        var demand = new Demand("x", 6000, Duration.ofMinutes(1), Duration.ofMinutes(2));

        var plan = Plan.of(demand, costs);

        assertThat(plan.workers()).isEqualTo(5); // 50 pages a second, 50 ms each, half busy
        assertThat(plan.gateway()).isEqualTo(2); // 100 a second, 10 ms each, half busy
    }

    @Test
    void takesABurstNoFasterThanPhonesSend() throws IOException {
        var costs = costs("bytes.photo=2500000\nuplink=10000000");

        var demand = Demand.burst("x", 1000, Duration.ofSeconds(1), Duration.ofMinutes(1), costs);

        assertThat(demand.accepted()).isEqualTo(Duration.ofSeconds(2));
        assertThat(Plan.of(demand, costs).ingress()).isCloseTo(1e10, within(1.0));
    }

    @Test
    void addsAnEveningUpToItsDay() {
        var evening = Demand.evening("x", 1_000_000, Duration.ofMinutes(75));

        double day = 0;
        for (int second = -43_200; second < 43_200; second++) {
            double deviations = second / 4500.0;
            day += evening.acceptedPerSecond() * Math.exp(-deviations * deviations / 2);
        }
        assertThat(day).isCloseTo(1_000_000, within(1000.0));
    }

    @Test
    void saysWhichCostIsNone() throws IOException {
        var costs = costs("cpu.grading=fast");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> costs.cores("grading", 1))
                .withMessageContaining("cpu.grading");
    }

    @Test
    void printsEveryLoad() throws IOException {
        var out = new ByteArrayOutputStream();

        new Capacity(new PrintStream(out, true, StandardCharsets.UTF_8), Costs.from(null)).print();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("1,000,000 pages a day", "10,000 at once", "A month:");
    }

    private Costs costs(String values) throws IOException {
        return Costs.from(Files.writeString(folder.resolve("costs.properties"), values));
    }
}
