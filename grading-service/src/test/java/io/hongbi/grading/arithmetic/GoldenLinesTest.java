package io.hongbi.grading.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.hongbi.grading.photo.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Holds Java and the training's Python together: both make the same of the same photo. */
class GoldenLinesTest {

    /** Both cut with OpenCV, of different builds: a crop may differ by a few grey values. */
    private static final double TOLERANCE = 0.03;

    @Test
    void agreesWithTheTraining() throws IOException {
        var golden = JsonMapper.builder().build().readValue(bytes("golden.json"), Golden.class);
        try (var model = LineModel.load();
                var reader = model.openLines();
                var photo = new Raster()) {
            photo.decode(bytes("photo.png"), 1);

            assertThat(model.version()).isEqualTo(golden.version());
            assertThat(golden.lines())
                    .hasSizeGreaterThan(2)
                    .allSatisfy(line -> agrees(line, reader.read(photo, line.place())));
        }
    }

    private static void agrees(Line line, ReadLine read) {
        assertThat(read.signs()).isEqualTo(line.labels().stream().map(Sign::of).toList());
        assertThat(read.meanings().getFirst().probability())
                .isCloseTo(line.probability(), within(TOLERANCE));
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in =
                GoldenLinesTest.class.getResourceAsStream("/golden/arithmetic/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Golden(String version, List<Line> lines) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Line(
            List<Double> start,
            List<Double> end,
            double cap,
            List<String> labels,
            double probability) {

        /** OpenCV's pixels have their middle at whole numbers. */
        TextLine place() {
            return new TextLine(
                    start.getFirst() + 0.5,
                    start.getLast() + 0.5,
                    end.getFirst() + 0.5,
                    end.getLast() + 0.5,
                    cap);
        }
    }
}
