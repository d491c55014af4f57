package io.hongbi.grading.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hongbi.grading.photo.Ink;
import io.hongbi.grading.photo.Raster;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineFinderTest {

    private static final int WIDTH = 900;
    private static final int HEIGHT = 1200;
    private static final int CAP = 20;
    private static final int STEP = 16;

    @ParameterizedTest
    @ValueSource(doubles = {-0.12, 0, 0.05, 0.12})
    void findsEveryGroupOfColumnsThatLean(double slope) {
        var page = new Page(slope);
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 3; column++) {
                page.characters(60 + column * 280, 180 + row * 90, 7);
            }
        }

        var lines = page.find().lines();

        assertThat(lines).hasSize(24);
        assertThat(lines)
                .allSatisfy(line -> {
                    assertThat(line.slope()).isCloseTo(slope, within(0.02));
                    assertThat(line.cap()).isCloseTo(CAP, within(2.0));
                    assertThat(line.length()).isBetween(6.0 * STEP, 10.0 * STEP);
                });
        assertThat(lines.get(1).startX()).isCloseTo(lines.getFirst().startX() + 280, within(12.0));
    }

    @Test
    void joinsAnAnswerToItsSum() {
        var page = new Page(0);
        page.characters(60, 200, 6);
        page.characters(60 + 6 * STEP + 2 * CAP, 200, 2);

        assertThat(page.find().lines()).hasSize(1);
    }

    @Test
    void keepsRowsApart() {
        var page = new Page(0);
        page.characters(60, 200, 6);
        page.characters(60, 200 + (int) (1.6 * CAP), 6);

        assertThat(page.find().lines()).hasSize(2);
    }

    @Test
    void countsFramesAndSpecksAsLoose() {
        var page = new Page(0);
        page.characters(60, 200, 6);
        page.bar(40, 150, 700, 3);
        page.bar(40, 150, 3, 200);
        page.bar(500, 600, 4, 4);

        var found = page.find();

        assertThat(found.lines()).hasSize(1);
        assertThat(found.loose()).anyMatch(piece -> piece.width() > 300);
    }

    @Test
    void partsColumnsThatATickJoins() {
        var page = new Page(0);
        for (int row = 0; row < 6; row++) {
            page.characters(60, 180 + row * 90, 9);
            page.characters(300, 180 + row * 90, 9);
        }
        page.bar(60 + 9 * STEP + CAP, 180 + 2 * 90, 2 * CAP, CAP);

        assertThat(page.find().lines()).hasSize(12);
    }

    @Test
    void measuresADigitByThePrintBesideATallAnswer() {
        var page = new Page(0);
        for (int row = 0; row < 5; row++) {
            page.characters(60, 180 + row * 90, 7);
        }
        page.frame(60 + 2 * STEP, 180 + 5 * 90 - CAP / 2, 3 * CAP, 2 * CAP);
        page.characters(60, 180 + 5 * 90, 2);

        assertThat(page.find().lines().getLast().cap()).isCloseTo(CAP, within(2.0));
    }

    @Test
    void findsThinPrintBesideThickAnswers() {
        var page = new Page(0);
        for (int row = 0; row < 8; row++) {
            int y = 180 + row * 90;
            page.hollow(60, y, 7, new Stroke(2, 140));
            page.frame(60 + 8 * STEP, y - CAP / 2, CAP, 2 * CAP);
            page.frame(60 + 10 * STEP, y - CAP / 2, CAP, 2 * CAP);
        }

        assertThat(page.findPale().lines())
                .hasSize(8)
                .allSatisfy(line -> assertThat(line.cap()).isCloseTo(CAP, within(2.0)));
        assertThat(page.find().lines()).noneMatch(line -> line.cap() < 1.5 * CAP);
    }

    @Test
    void findsNothingOnABlankPage() {
        assertThat(new Page(0).find().lines()).isEmpty();
    }

    private record Stroke(int width, int grey) {}

    /** Paper with hollow characters on it, as high as digits. */
    private static final class Page {

        private final byte[] grey = new byte[WIDTH * HEIGHT];
        private final double slope;

        Page(double slope) {
            this.slope = slope;
            Arrays.fill(grey, (byte) 230);
        }

        void characters(int x, int y, int count) {
            hollow(x, y, count, new Stroke(3, 40));
        }

        void hollow(int x, int y, int count, Stroke stroke) {
            int width = stroke.width();
            for (int i = 0; i < count; i++) {
                int left = x + i * STEP;
                int top = (int) Math.round(y + slope * (left - x + x));
                bar(left, top, width, CAP, stroke.grey());
                bar(left + 11 - width, top, width, CAP, stroke.grey());
                bar(left, top, 11, width, stroke.grey());
                bar(left, top + CAP - width, 11, width, stroke.grey());
            }
        }

        void frame(int left, int top, int width, int height) {
            bar(left, top, 3, height);
            bar(left + width - 3, top, 3, height);
            bar(left, top, width, 3);
            bar(left, top + height - 3, width, 3);
        }

        void bar(int left, int top, int width, int height) {
            bar(left, top, width, height, 40);
        }

        private void bar(int left, int top, int width, int height, int value) {
            for (int y = top; y < top + height; y++) {
                Arrays.fill(grey, y * WIDTH + left, y * WIDTH + left + width, (byte) value);
            }
        }

        PageLines find() {
            return find(LineFinder::find);
        }

        PageLines findPale() {
            return find(LineFinder::findPale);
        }

        private PageLines find(BiFunction<LineFinder, Ink, PageLines> way) {
            try (var photo = new Raster();
                    var ink = new Ink();
                    var finder = new LineFinder(45)) {
                photo.fill(WIDTH, HEIGHT, grey);
                ink.find(photo);
                var found = way.apply(finder, ink);
                return new PageLines(found.lines(), found.loose(), found.astray(), found.frames());
            }
        }
    }
}
