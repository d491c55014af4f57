package io.hongbi.grading.glyph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.hongbi.grading.glyph.GlyphRecognition.Alphabet;
import io.hongbi.grading.glyph.GlyphRecognition.Question;
import io.hongbi.grading.photo.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Holds Java and the training's Python together: both make the same of the same photo. */
class GoldenGlyphsTest {

    /**
     * Both cut with OpenCV, of different builds: a crop may differ by a grey value here or there.
     */
    private static final double TOLERANCE = 0.01;

    @Test
    void agreesWithTheTraining() throws IOException {
        var golden = JsonMapper.builder().build().readValue(bytes("golden.json"), Golden.class);
        try (var model = GlyphModel.load();
                var recognition = model.open();
                var photo = new Raster()) {
            photo.decode(bytes("photo.png"), 1);

            assertThat(model.version()).isEqualTo(golden.version());
            assertThat(golden.regions())
                    .filteredOn(region -> region.model().equals("characters"))
                    .hasSizeGreaterThan(8)
                    .allSatisfy(region -> agrees(region, recognition, photo));
        }
    }

    private static void agrees(Region region, GlyphRecognition recognition, Raster photo) {
        var box = new BoxCorners(region.corners(), region.widthMm(), region.heightMm());
        for (var alphabet : Alphabet.values()) {
            var expected =
                    Objects.requireNonNull(
                            region.answers().get(alphabet.name().toLowerCase(Locale.ROOT)));

            var glyph =
                    recognition.recognise(photo, List.of(new Question(box, alphabet))).getFirst();

            assertThat(glyph.best().label()).as(region.drawn()).isEqualTo(expected.label());
            assertThat(glyph.best().probability())
                    .isCloseTo(expected.confidence(), within(TOLERANCE));
            assertThat(glyph.sure()).isEqualTo(expected.sure());
        }
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = GoldenGlyphsTest.class.getResourceAsStream("/golden/glyph/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Golden(String version, List<Region> regions) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Region(
            String model,
            String drawn,
            double widthMm,
            double heightMm,
            List<double[]> quad,
            Map<String, Answer> answers) {

        /** OpenCV's pixels have their middle at whole numbers. */
        List<double[]> corners() {
            return quad.stream().map(c -> new double[] {c[0] + 0.5, c[1] + 0.5}).toList();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(String label, double confidence, boolean sure) {}
}
