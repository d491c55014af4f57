package io.hongbi.grading.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplePhotosTest {

    @TempDir private Path folder;

    @Test
    void makesTheSamePhotoOfTheSameSeed() {
        var first = new SamplePhotos(0.3).halfPage(7);
        var second = new SamplePhotos(0.3).halfPage(7);
        var other = new SamplePhotos(0.3).halfPage(8);

        assertThat(second.jpeg()).isEqualTo(first.jpeg());
        assertThat(other.jpeg()).isNotEqualTo(first.jpeg());
    }

    @Test
    void makesPhotosAsLargeAsAPhones() {
        assertThat(new SamplePhotos(12).goodPage(1).jpeg().length).isBetween(2_100_000, 2_700_000);
    }

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

    private static SamplesCommand command(ByteArrayOutputStream out) {
        return new SamplesCommand(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }
}
