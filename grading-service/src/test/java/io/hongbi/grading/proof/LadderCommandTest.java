package io.hongbi.grading.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.grading.reading.PageReaders;
import io.hongbi.grading.simulation.Rung;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A ladder of few sheets; the whole one is the command {@code ladder --sheets 200}. */
class LadderCommandTest {

    @Test
    void readsMildRungsAndIsNeverSilentlyWrong() {
        var rows = ladder("--sheets", "1", "--seed", "11");

        assertThat(rows).hasSameSizeAs(Rung.ladder());
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.get(6)).as(row.toString()).isEqualTo("0"));
        double mild =
                rows.stream()
                        .filter(row -> rung(row).mild())
                        .mapToDouble(row -> Double.parseDouble(row.get(3).replace(" %", "")))
                        .average()
                        .orElse(0);
        assertThat(mild).isGreaterThanOrEqualTo(99.5);
    }

    @Test
    void refusesCallsThatMakeNoSense() {
        assertThat(run(new ByteArrayOutputStream(), "--sheets")).isEqualTo(2);
        assertThat(run(new ByteArrayOutputStream(), "--rungs", "NONE")).isEqualTo(2);
    }

    private static Rung rung(List<String> row) {
        return Rung.valueOf(row.get(1).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static List<List<String>> ladder(String... arguments) {
        var out = new ByteArrayOutputStream();
        assertThat(run(out, arguments)).isZero();
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .skip(3) // the heading
                .map(line -> Stream.of(line.split("\\|", -1)).map(String::trim).toList())
                .toList();
    }

    private static int run(ByteArrayOutputStream out, String... arguments) {
        return new LadderCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8))
                .execute(PageReaders::ofThisRelease, arguments);
    }
}
