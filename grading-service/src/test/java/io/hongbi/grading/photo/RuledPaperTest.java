package io.hongbi.grading.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuledPaperTest {

    private static final int WIDTH = 1512;
    private static final int HEIGHT = 2016;
    private static final int PITCH = 60;
    private static final byte PAPER = (byte) 230;
    private static final byte RULE = (byte) 180;
    private static final byte PEN = 40;

    private final RuledPaper paper = new RuledPaper();
    private final Raster photo = new Raster();
    private final Ink ink = new Ink();
    private final byte[] grey = new byte[WIDTH * HEIGHT];

    @AfterEach
    void close() {
        paper.close();
        photo.close();
        ink.close();
    }

    @ParameterizedTest
    @CsvSource({"0, true", "0.05, true", "-0.12, true", "0, false", "0.05, false"})
    void takesRulesOffAndLeavesWhatIsWritten(double slope, boolean squared) {
        Arrays.fill(grey, PAPER);
        rule(slope, squared);
        write();
        find();

        var without = paper.withoutRules(photo, ink).orElseThrow();

        var left = without.values();
        assertThat(count(left, RULE)).isLessThan(count(grey, RULE) / 20);
        assertThat(count(left, PEN)).isGreaterThan(count(grey, PEN) * 98 / 100);
    }

    @Test
    void makesLargePhotosSmallerByAWholeFactor() {
        Arrays.fill(grey, PAPER);
        rule(0, true);
        photo.fill(WIDTH, HEIGHT, grey);
        photo.resize(2 * WIDTH, 2 * HEIGHT, photo);
        ink.find(photo);

        assertThat(paper.withoutRules(photo, ink).orElseThrow().width()).isEqualTo(WIDTH);
    }

    @Test
    void leavesPagesAloneThatAreNotRuled() {
        Arrays.fill(grey, PAPER);
        write();
        find();

        assertThat(paper.withoutRules(photo, ink)).isEmpty();
    }

    @Test
    void takesTheSidesOfATableForNoRules() {
        Arrays.fill(grey, PAPER);
        for (int y = 400; y < 400 + 8 * PITCH; y += PITCH) {
            line(WIDTH, y, 0, false);
        }
        find();

        assertThat(paper.withoutRules(photo, ink)).isEmpty();
    }

    private void find() {
        photo.fill(WIDTH, HEIGHT, grey);
        ink.find(photo);
    }

    private void rule(double slope, boolean squared) {
        for (int at = -WIDTH / 4; at < HEIGHT + WIDTH / 4; at += PITCH) {
            line(WIDTH, at, slope, false);
            if (squared) {
                line(HEIGHT, at, -slope, true);
            }
        }
    }

    private void line(int length, int from, double slope, boolean upright) {
        for (int along = 0; along < length; along++) {
            int across = (int) Math.round(from + slope * along);
            for (int thick = 0; thick < 2; thick++) {
                dark(upright ? across + thick : along, upright ? along : across + thick, RULE);
            }
        }
    }

    /** Strokes as high as digits all over the page, of which many cross a rule. */
    private void write() {
        for (int y = 100; y < HEIGHT - 100; y += 70) {
            for (int x = 200; x < WIDTH - 200; x += 45) {
                for (int down = 0; down < 30; down++) {
                    for (int thick = 0; thick < 4; thick++) {
                        dark(x + down / 3 + thick, y + down, PEN);
                    }
                }
            }
        }
    }

    private void dark(int x, int y, byte value) {
        if (x >= 0 && x < WIDTH && y >= 0 && y < HEIGHT) {
            int at = y * WIDTH + x;
            grey[at] = (byte) Math.min(grey[at] & 0xFF, value & 0xFF);
        }
    }

    private static int count(byte[] values, byte wanted) {
        int count = 0;
        for (byte value : values) {
            count += value == wanted ? 1 : 0;
        }
        return count;
    }
}
