package io.hongbi.grading.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.grading.photo.Raster;
import io.hongbi.grading.reading.PageReaders;
import io.hongbi.grading.simulation.Hands;
import io.hongbi.grading.simulation.Rung;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A ladder of few sheets, filled in by invented hands; the whole one is the command {@code ./hongbi
 * ladder}, see docs/accuracy.md.
 */
class LadderCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void readsBubblesOnMildRungsAndIsNeverSilentlyWrongOnAny() {
        var rows = ladder("--kind", "bubbles", "--sheets", "1", "--seed", "11");

        assertThat(rows)
                .hasSize(2 * (Rung.ladder().size() + 2)); // of bubbles and numbers, with sums
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.get(6)).as(row.toString()).isEqualTo("0"));
        double mild =
                rows.stream()
                        .limit(Rung.ladder().size())
                        .filter(row -> rung(row).mild())
                        .mapToDouble(row -> Double.parseDouble(row.get(3).replace(" %", "")))
                        .average()
                        .orElse(0);
        assertThat(mild).isGreaterThanOrEqualTo(99.5);
    }

    @Test
    void readsNoAnswerOffBlankSheets() {
        var rows = ladder("--blank", "--sheets", "1", "--rungs", "PLAIN,ROTATED_90,DARK,PHOTOCOPY");

        assertThat(rows).isNotEmpty();
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.get(6)).as(row.toString()).isEqualTo("0"));
    }

    @Test
    void keepsThePhotosOfWhatItDidNotRead(@TempDir Path folder) throws IOException {
        ladder("--rungs", "BLUR_400,MIRRORED", "--sheets", "1", "--failures", folder.toString());

        try (var kept = Files.list(folder)) {
            assertThat(kept.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.matches("MIRRORED-[0-9]+-items-1[.]jpg"));
        }
    }

    @Test
    void showsWhatItDidNotReadForCertain(@TempDir Path folder) throws IOException {
        ladder(
                "--kind",
                "bubbles",
                "--rungs",
                "OUTSIDE_BOXES",
                "--sheets",
                "1",
                "--failures",
                folder.toString());

        try (var seen = new Raster()) {
            seen.decode(Files.readAllBytes(folder.resolve("doubtful.jpg")), 1);
            assertThat(seen.width()).isEqualTo(960);
        }
        try (var kept = Files.list(folder)) {
            assertThat(kept.map(file -> file.getFileName().toString()))
                    .anyMatch(name -> name.matches("OUTSIDE_BOXES-.*-q[0-9]+-doubtful-.*[.]jpg"));
        }
    }

    @Test
    void refusesCallsThatMakeNoSense() {
        assertThat(run("--sheets")).isEqualTo(2);
        assertThat(run("--rungs", "NONE")).isEqualTo(2);
        assertThat(run("--sheets", "0")).isEqualTo(2);
        assertThat(run("--layout", "nowhere.json")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage: hongbi ladder");
    }

    private static Rung rung(List<String> row) {
        return Rung.valueOf(row.get(1).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private List<List<String>> ladder(String... arguments) {
        assertThat(run(arguments)).isZero();
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(" % |"))
                .map(line -> Stream.of(line.split("\\|", -1)).map(String::trim).toList())
                .toList();
    }

    private int run(String... arguments) {
        return new LadderCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Hands.drawn())
                .execute(PageReaders::ofThisRelease, arguments);
    }
}
