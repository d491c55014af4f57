package io.hongbi.grading.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.grading.photo.Raster;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of the network alone say how a line is cut. */
class LineCutTest {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 100;
    private static final int CAP = 24;

    @ParameterizedTest
    @CsvSource({"32, 14, 4, 640", "40, 18, 4, 800", "48, 20, 8, 240"})
    void cutsADigitAsHighAsTheSettingsSay(int height, double capPx, int step, int most) {
        var settings = settings(height, capPx, step, most, 0.9, 1.25f);
        var line = new TextLine(50, 50, 350, 50, CAP);
        try (var cut = new LineCut(settings);
                var photo = photo()) {
            int width = cut.width(line);
            var crop = cut.cut(photo, line, width);

            assertThat(width).isEqualTo(Math.min(most, roundedUp(300 / 24.0 * capPx, step)));
            assertThat(crop).hasSize(width * height);
            assertThat(darkRows(crop, width)).isBetween((int) capPx - 1, (int) capPx + 1);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.9, 1.25", "0.9, 1.1", "0.2, 1.25"})
    void measuresLightByThePaperThatTheSettingsName(double rank, float brightest) {
        var settings = settings(40, 18, 4, 640, rank, brightest);
        byte[] crop = new byte[1000];
        Arrays.fill(crop, 0, 500, (byte) 100);
        Arrays.fill(crop, 500, 950, (byte) 200);
        Arrays.fill(crop, 950, 1000, (byte) 250);
        var values = FloatBuffer.allocate(crop.length);
        try (var cut = new LineCut(settings)) {
            cut.put(crop, crop.length / 40, values);
        }

        float paper = rank > 0.5 ? 200 : 100;
        assertThat(values.get(0)).isEqualTo((1 - 100 / paper) * 2);
        assertThat(values.get(999)).isEqualTo((1 - Math.min(250 / paper, brightest)) * 2);
    }

    @Test
    void putsTheFourPixelsOfASquareOneAboveTheOther() {
        var crop = new byte[40 * 8];
        Arrays.fill(crop, (byte) 200);
        crop[6 * 8 + 2] = 20; // left above
        crop[6 * 8 + 5] = 60; // right above
        crop[9 * 8 + 6] = 100; // left below
        crop[9 * 8 + 1] = (byte) 150; // right below
        var values = FloatBuffer.allocate(crop.length);
        try (var cut = new LineCut(settings(40, 18, 4, 640, 0.9, 1.25f))) {
            cut.put(crop, 8, values);
        }

        int plane = 20 * 4;
        assertThat(values.get(3 * 4 + 1)).isEqualTo((1 - 20 / 200f) * 2);
        assertThat(values.get(plane + 3 * 4 + 2)).isEqualTo((1 - 60 / 200f) * 2);
        assertThat(values.get(2 * plane + 4 * 4 + 3)).isEqualTo((1 - 100 / 200f) * 2);
        assertThat(values.get(3 * plane + 4 * 4)).isEqualTo((1 - 150 / 200f) * 2);
    }

    private static int roundedUp(double columns, int step) {
        return (int) Math.ceil(columns / step) * step;
    }

    /** A dark bar as high as a digit through the middle. */
    private static Raster photo() {
        var grey = new byte[WIDTH * HEIGHT];
        Arrays.fill(grey, (byte) 230);
        Arrays.fill(grey, (50 - CAP / 2) * WIDTH, (50 + CAP / 2) * WIDTH, (byte) 30);
        var photo = new Raster();
        photo.fill(WIDTH, HEIGHT, grey);
        return photo;
    }

    private static int darkRows(byte[] crop, int width) {
        int dark = 0;
        for (int row = 0; row * width < crop.length; row++) {
            dark += (crop[row * width + width / 2] & 0xFF) < 130 ? 1 : 0;
        }
        return dark;
    }

    private static LineSettings settings(
            int height, double capPx, int step, int most, double paperRank, double brightest) {
        return new LineSettings(
                "test",
                "test.onnx",
                "line",
                height,
                capPx,
                step,
                32,
                most,
                paperRank,
                brightest,
                List.of(""),
                1,
                0.97);
    }
}
