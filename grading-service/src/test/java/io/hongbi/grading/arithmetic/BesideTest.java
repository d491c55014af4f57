package io.hongbi.grading.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.grading.photo.Raster;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A line from 100 to 400 across a photo whose paper is 200 bright. */
class BesideTest {

    private static final int WIDTH = 500;
    private static final int HEIGHT = 100;
    private static final int PAPER = 200;
    private static final TextLine LINE = new TextLine(100, 50, 400, 50, 24);

    @Test
    void seesNothingOnBarePaper() {
        assertThat(covered((x, y) -> PAPER)).isFalse();
        assertThat(written(3, (x, y) -> PAPER)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"403, 500", "0, 97"})
    void seesAFingerAtEitherEnd(int from, int to) {
        assertThat(covered((x, y) -> x >= from && x < to ? 110 : PAPER)).isTrue();
    }

    @Test
    void looksOnlyAtTheEndsItIsAskedAbout() {
        try (var beside = new Beside();
                var photo = photo((x, y) -> x >= 403 ? 110 : PAPER)) {
            assertThat(beside.covered(photo, LINE, true, false)).isFalse();
            assertThat(beside.covered(photo, LINE, false, false)).isFalse();
        }
    }

    /** From full light at one end of the line to half of it at the other. */
    @Test
    void takesNoSoftShadowForAFinger() {
        assertThat(covered((x, y) -> PAPER - PAPER * x / (2 * WIDTH))).isFalse();
        assertThat(covered((x, y) -> PAPER / 2 + PAPER * x / (2 * WIDTH))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {165, 120, 40})
    void seesAStrokeBehindTheLine(int grey) {
        assertThat(written(3, (x, y) -> stroke(x, y) ? grey : PAPER)).isTrue();
    }

    @Test
    void seesNoStrokeThatIsAnotherLines() {
        assertThat(written(0.3, (x, y) -> stroke(x, y) ? 40 : PAPER)).isFalse();
        assertThat(written(0, (x, y) -> stroke(x, y) ? 40 : PAPER)).isFalse();
    }

    @Test
    void takesNoNoiseForWriting() {
        var random = new Random(1);
        assertThat(written(3, (x, y) -> PAPER + (int) (11 * random.nextGaussian()))).isFalse();
    }

    /** Three pixels wide, as high as a digit. */
    private static boolean stroke(int x, int y) {
        return x >= 415 && x < 418 && y > 38 && y < 62;
    }

    private static boolean covered(IntBinaryOperator grey) {
        try (var beside = new Beside();
                var photo = photo(grey)) {
            return beside.covered(photo, LINE, true, true);
        }
    }

    private static boolean written(double room, IntBinaryOperator grey) {
        try (var beside = new Beside();
                var photo = photo(grey)) {
            return beside.written(photo, LINE, room);
        }
    }

    private static Raster photo(IntBinaryOperator grey) {
        var values = new byte[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                values[y * WIDTH + x] = (byte) grey.applyAsInt(x, y);
            }
        }
        var photo = new Raster();
        photo.fill(WIDTH, HEIGHT, values);
        return photo;
    }
}
