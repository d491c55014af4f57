package io.hongbi.grading.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.grading.simulation.PrintedSheet;
import io.hongbi.grading.simulation.SampleSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class FillCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir private Path folder;

    @BeforeEach
    void print() throws IOException {
        var layout = SampleSheet.mixed();
        Files.write(folder.resolve("layout.json"), new JsonMapper().writeValueAsBytes(layout));
        try (var page = PrintedSheet.draw(layout, layout.pages().getFirst(), 5, null)) {
            Files.write(folder.resolve("page.png"), page.toPng());
        }
    }

    @Test
    void photographsFilledPagesTheSameEachTime() throws IOException {
        assertThat(fill("{\"q1\": \"B\", \"q34\": \"43\", \"studentNumber\": \"20260001\"}"))
                .isZero();
        var photo = folder.resolve("photos/page-1.jpg");
        var first = Files.readAllBytes(photo);
        fill("{\"q1\": \"B\", \"q34\": \"43\", \"studentNumber\": \"20260001\"}");

        assertThat(out.toString(UTF_8)).startsWith(photo.toString());
        assertThat(Files.readAllBytes(photo)).isEqualTo(first);
        fill("{}");
        assertThat(Files.readAllBytes(photo)).isNotEqualTo(first);
    }

    @Test
    void refusesAnswersThatHaveNoRoom() throws IOException {
        assertThat(fill("{\"q34\": \"4321\"}")).isEqualTo(2);
        assertThat(fill("{\"studentNumber\": \"123456789\"}")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("characters has", "usage: fill");
    }

    @Test
    void refusesAWrongCallAndFilesThatAreNone() throws IOException {
        assertThat(run("--layout")).isEqualTo(2);
        assertThat(run("--size", "100000")).isEqualTo(2);
        assertThat(run("--out", folder.toString())).isEqualTo(2);
        assertThat(fill("no json")).isEqualTo(1);
    }

    private int fill(String answers) throws IOException {
        Files.writeString(folder.resolve("answers.json"), answers);
        return run(
                "--layout", folder.resolve("layout.json").toString(),
                "--pages", folder.resolve("page.png").toString(),
                "--answers", folder.resolve("answers.json").toString(),
                "--out", folder.resolve("photos").toString(),
                "--size", "1000");
    }

    private int run(String... arguments) {
        return new FillCommand(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8))
                .execute(arguments);
    }
}
