package io.hongbi.grading.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.grading.photo.Ink;
import io.hongbi.grading.photo.Raster;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NeatnessTest {

    private static final int WIDTH = 750;
    private static final int HEIGHT = 1000;
    private static final int PEN = 60;

    private final Raster photo = new Raster();
    private final Ink ink = new Ink();
    private final Neatness neatness = new Neatness();

    @AfterEach
    void close() {
        photo.close();
        ink.close();
        neatness.close();
    }

    @Test
    void saysNothingOfAnEmptyPage() {
        assertThat(measure(_ -> {})).isEmpty();
    }

    @Test
    void tellsSteadyLinesFromWavyOnesOfLettersOfOneSize() {
        var steady = measure(page -> write(page, PEN, 0, 0)).orElseThrow().features();
        var wavy = measure(page -> write(page, PEN, 13, 0)).orElseThrow().features();

        assertThat(steady.lineSteadiness()).isGreaterThan(0.9);
        assertThat(wavy.lineSteadiness()).isLessThan(0.5);
        assertThat(wavy.sizeEvenness()).isGreaterThan(0.9);
    }

    @Test
    void tellsEvenLettersFromUnevenOnes() {
        var uneven = measure(page -> write(page, PEN, 0, 22)).orElseThrow().features();

        assertThat(uneven.sizeEvenness()).isLessThan(0.6);
        assertThat(uneven.lineSteadiness()).isGreaterThan(0.9);
    }

    @Test
    void leavesOutWhatStandsElsewhere() {
        var whole = measure(page -> write(page, PEN, 13, 0)).orElseThrow();
        var everywhere = corners(0, 0, WIDTH / 2.0, HEIGHT / 2.0);
        var nowhere = corners(0, 0, WIDTH / 2.0, 2);

        assertThat(neatness.of(ink, List.of(everywhere))).contains(whole);
        assertThat(neatness.of(ink, List.of(everywhere, everywhere))).contains(whole);
        assertThat(neatness.of(ink, List.of(nowhere))).isEmpty();
    }

    private static List<double[]> corners(double left, double top, double right, double bottom) {
        return List.of(
                new double[] {left, top},
                new double[] {right, top},
                new double[] {right, bottom},
                new double[] {left, bottom});
    }

    @Test
    void tellsPencilFromPen() {
        var pen = measure(page -> write(page, PEN, 0, 0)).orElseThrow().features();
        var pencil = measure(page -> write(page, 185, 0, 0)).orElseThrow().features();

        assertThat(pen.contrast()).isGreaterThan(0.9);
        assertThat(pencil.contrast()).isLessThan(0.5);
    }

    @Test
    void countsWhatWasScribbledOver() {
        var clean = measure(page -> write(page, PEN, 0, 0)).orElseThrow();
        var corrected =
                measure(
                                page -> {
                                    write(page, PEN, 0, 0);
                                    scribble(page, 200, 230);
                                    scribble(page, 420, 230);
                                    scribble(page, 300, 590);
                                })
                        .orElseThrow();

        assertThat(clean.features().corrections()).isZero();
        assertThat(corrected.features().corrections()).isEqualTo(3);
        assertThat(corrected.value()).isLessThan(clean.value());
    }

    private Optional<Neatness.Measure> measure(Consumer<Graphics2D> writer) {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var page = image.createGraphics();
        page.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        page.setColor(grey(215));
        page.fillRect(0, 0, WIDTH, HEIGHT);
        writer.accept(page);
        page.dispose();
        photo.fill(WIDTH, HEIGHT, ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
        ink.find(photo);
        return neatness.of(ink);
    }

    /** Lines of ovals, each moved up or down and made larger at random. */
    private static void write(Graphics2D page, int grey, int waves, int larger) {
        var random = new Random(7);
        page.setColor(grey(grey));
        page.setStroke(new BasicStroke(2.5f));
        for (int baseline = 120; baseline < HEIGHT - 60; baseline += 36) {
            for (int x = 80; x < WIDTH - 80; x += 34) {
                int height = 16 + (larger == 0 ? 0 : random.nextInt(larger));
                int moved = waves == 0 ? 0 : random.nextInt(-waves, waves + 1);
                page.drawOval(x, baseline + moved - height, 12, height);
            }
        }
    }

    private static void scribble(Graphics2D page, int left, int middle) {
        page.setColor(grey(PEN));
        page.setStroke(new BasicStroke(3));
        for (int k = 0; k < 18; k++) {
            int x = left + 4 * k;
            page.drawLine(
                    x, middle + (k % 2 == 0 ? 13 : -13), x + 4, middle - (k % 2 == 0 ? 13 : -13));
        }
    }

    private static Color grey(int value) {
        return new Color(value, value, value);
    }
}
