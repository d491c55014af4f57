package io.hongbi.grading.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SamplesCommandTest {

    @TempDir private Path folder;

    @Test
    void writesSamplesAndNamesThem() {
        var out = new ByteArrayOutputStream();
        var target = folder.resolve("samples");

        int status =
                command(out)
                        .execute(
                                "--out",
                                target.toString(),
                                "--count",
                                "3",
                                "--megapixels",
                                "0.2",
                                "--good");

        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(Path.of(line)).isNotEmptyFile().hasParent(target));
    }

    @Test
    void refusesCallsThatMakeNoSense() {
        var out = new ByteArrayOutputStream();

        assertThat(command(out).execute()).isEqualTo(2);
        assertThat(command(out).execute("--out")).isEqualTo(2);
        assertThat(command(out).execute("--out", "x", "--count", "many")).isEqualTo(2);
        assertThat(command(out).execute("--out", "x", "--megapixels", "NaN")).isEqualTo(2);
        assertThat(out.size()).isZero();
    }

    @Test
    void writesPagesOfSumsAndWhatStandsOnThem() throws IOException {
        var out = new ByteArrayOutputStream();
        var truth = folder.resolve("truth.json");

        int status =
                command(out)
                        .execute(
                                "--out",
                                folder.resolve("sums").toString(),
                                "--count",
                                "2",
                                "--megapixels",
                                "0.5",
                                "--sums",
                                "--truth",
                                truth.toString());

        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(Path.of(line)).isNotEmptyFile());
        var written = JsonMapper.builder().build().readTree(Files.readString(truth));
        assertThat(written.propertyNames()).containsExactly("sums-1", "sums-2");
        assertThat(written.get("sums-1")).hasSize(60);
        assertThat(written.get("sums-1").get(0).get("expression").asString()).contains("=");
    }

    private static SamplesCommand command(ByteArrayOutputStream out) {
        return new SamplesCommand(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }
}
