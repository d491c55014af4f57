package io.hongbi.grading.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.grading.simulation.SamplePhotos;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir private Path folder;

    @Test
    void printsOneLinePerPhotoInOrderWhateverIsWrongWithSome() throws IOException {
        var good = file("good.jpg", new SamplePhotos(1).goodPage(3).jpeg());
        var text = file("text.jpg", "<html>".getBytes(StandardCharsets.UTF_8));
        var missing = folder.resolve("missing.jpg").toString();

        assertThat(execute(text, good, missing, good)).isZero();

        var lines = lines();
        assertThat(lines.stream().map(line -> line.at("/file").asString()))
                .containsExactly(text, good, missing, good);
        assertThat(lines.getFirst().at("/problem/code").asString()).isEqualTo("unsupported-image");
        assertThat(lines.get(2).at("/problem/code").asString()).isEqualTo("no-such-file");
        assertThat(lines.get(1).at("/reading/quality/verdict").asString()).isEqualTo("ok");
        assertThat(lines.get(1).at("/cpuMillis").asDouble()).isPositive();
        assertThat(lines.get(1).at("/reading")).isEqualTo(lines.get(3).at("/reading"));
        assertThat(lines.get(1).has("stages")).isFalse();
    }

    @Test
    void printsStagesBesideAPlainDecodeOfTheSameFile() throws IOException {
        var good = file("good.jpg", new SamplePhotos(1).goodPage(3).jpeg());

        assertThat(execute("--timings", "--kind", "arithmetic", good)).isZero();

        assertThat(lines().getFirst().at("/stages").propertyNames())
                .containsExactly(
                        "decode",
                        "ink",
                        "quality",
                        "sums",
                        "page",
                        "neatness",
                        "preview",
                        "crops",
                        "reference",
                        "referenceEncode");
        assertThat(lines().getFirst().at("/ratio").asDouble()).isGreaterThan(1);
    }

    @Test
    void writesAnnotatedPreviews() throws IOException {
        var good = file("good.jpg", new SamplePhotos(1).goodPage(3).jpeg());
        var annotated = folder.resolve("annotated");

        assertThat(execute("--annotate", annotated.toString(), good)).isZero();

        assertThat(annotated.resolve("good-read.jpg")).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--nonsense photo.jpg",
                "--kind",
                "--kind essay photo.jpg",
                "--kind worksheet photo.jpg",
                "--layout layout.json photo.jpg",
                "--kind worksheet --layout nowhere.json photo.jpg",
                "--timings"
            })
    void refusesCallsThatMakeNoSense(String call) {
        assertThat(execute(call.isEmpty() ? new String[0] : call.split(" ", -1))).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("usage: hongbi read");
        assertThat(out.size()).isZero();
    }

    private int execute(String... arguments) {
        return new ReadCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .execute(arguments);
    }

    private List<JsonNode> lines() {
        var json = JsonMapper.builder().build();
        return out.toString(StandardCharsets.UTF_8).lines().map(json::readTree).toList();
    }

    private String file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }
}
