package io.hongbi.grading.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.hongbi.grading.photo.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Holds Java and the training's Python together: both make the same of the same drawings. */
class GoldenPagesTest {

    private static final Offset<Double> TOLERANCE = within(1e-3);

    @Test
    void agreesWithTheTraining() throws IOException {
        var golden = JsonMapper.builder().build().readValue(bytes("golden.json"), Golden.class);
        try (var model = PageModel.load();
                var recognition = model.open();
                var frame = new Frame(384, 512, 128)) {
            assertThat(model.version()).isEqualTo(golden.version());
            assertThat(golden.pages())
                    .isNotEmpty()
                    .allSatisfy(page -> agrees(page, recognition, frame));
        }
    }

    private static void agrees(Page page, PageRecognition recognition, Frame frame)
            throws IOException {
        try (var photo = new Raster()) {
            assertThat(photo.decode(bytes(page.file()), 1)).isTrue();
            agrees(page.frame(), frame.fit(photo));
            var answer = recognition.ask(photo);
            assertThat(answer.homework()).isCloseTo(page.outputs().homework(), TOLERANCE);
            assertThat(answer.share()).isCloseTo(page.outputs().share(), TOLERANCE);
            assertThat(answer.spread()).isCloseTo(page.outputs().spread(), TOLERANCE);
            agrees(page.reading(), recognition.recognise(photo));
        }
    }

    private static void agrees(FrameValues expected, Raster frame) {
        var values = frame.values();
        double sum = 0;
        for (byte value : values) {
            sum += value & 0xFF;
        }
        assertThat(sum / values.length).isCloseTo(expected.mean(), TOLERANCE);
        assertThat(expected.samples())
                .allSatisfy(sample -> {
                    int at = sample.row() * frame.width() + sample.column();
                    assertThat(values[at] & 0xFF).isEqualTo(sample.value());
                });
    }

    private static void agrees(ReadingValues expected, RecognisedPage page) {
        assertThat(page.homework().value()).isEqualTo(expected.homework());
        assertThat(page.homework().confidence().value())
                .isCloseTo(expected.homeworkConfidence(), TOLERANCE);
        assertThat(page.completion().value().name().toLowerCase(Locale.ROOT))
                .isEqualTo(expected.completion());
        assertThat(page.completion().confidence().value())
                .isCloseTo(expected.completionConfidence(), TOLERANCE);
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = GoldenPagesTest.class.getResourceAsStream("/golden/page/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Golden(String version, List<Page> pages) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Page(String file, FrameValues frame, Outputs outputs, ReadingValues reading) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record FrameValues(double mean, List<Sample> samples) {}

    record Sample(int row, int column, int value) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Outputs(double homework, double share, double spread) {}

    record ReadingValues(
            boolean homework,
            double homeworkConfidence,
            String completion,
            double completionConfidence) {}
}
