package io.hongbi.grading.photo;

import io.hongbi.common.reading.PerceptualHash;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Tells what an upright photo looks like (pHash: Zauner, Implementation and Benchmarking of
 * Perceptual Image Hash Functions, 2010): of a copy of 64x64 pixels the cosine transform, of that
 * the lowest 16x16 frequencies without those of rows and columns as a whole; a bit says whether a
 * coefficient is above their median. 256 bits and not the usual 64, because a whole class
 * photographs the same print: see docs/accuracy.md. One thread only; it keeps its buffers.
 */
public final class PhotoHash implements AutoCloseable {

    private static final int SIDE = 64;
    private static final int FREQUENCIES = 16;

    /** Of the photo; what grain there is on a wall or on plain paper is less. */
    private static final double LEAST_INK = 0.01;

    private static final double[][] WAVES = waves();

    private final Raster small = new Raster();

    /**
     * Empty of what is nearly uniform, whose bits would be chance. Blank pages, ruled ones too, are
     * left out by whoever knows them.
     *
     * @param ink what is written on the photo
     */
    public Optional<PerceptualHash> of(Ink ink) {
        var mask = ink.mask();
        double written = (double) mask.count() / ((long) mask.width() * mask.height());
        if (written < LEAST_INK) {
            return Optional.empty();
        }
        ink.copy().shrink(SIDE, SIDE, small);
        var coefficients = transformed(small.values());
        double median = median(coefficients);
        var bits = new byte[coefficients.length / Byte.SIZE];
        for (int i = 0; i < coefficients.length; i++) {
            if (coefficients[i] > median) {
                bits[i / Byte.SIZE] |= (byte) (0x80 >> (i % Byte.SIZE));
            }
        }
        return Optional.of(new PerceptualHash(HexFormat.of().formatHex(bits)));
    }

    /** Row by row, the lowest frequency first. */
    private static double[] transformed(byte[] pixels) {
        var rows = new double[SIDE][FREQUENCIES];
        for (int y = 0; y < SIDE; y++) {
            for (int u = 0; u < FREQUENCIES; u++) {
                for (int x = 0; x < SIDE; x++) {
                    rows[y][u] += WAVES[u][x] * (pixels[y * SIDE + x] & 0xFF);
                }
            }
        }
        var coefficients = new double[FREQUENCIES * FREQUENCIES];
        for (int v = 0; v < FREQUENCIES; v++) {
            for (int u = 0; u < FREQUENCIES; u++) {
                for (int y = 0; y < SIDE; y++) {
                    coefficients[v * FREQUENCIES + u] += WAVES[v][y] * rows[y][u];
                }
            }
        }
        return coefficients;
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
    }

    /** Of the frequencies 1 to 16; strict, so that every machine gives the same bits. */
    private static double[][] waves() {
        var waves = new double[FREQUENCIES][SIDE];
        for (int u = 0; u < FREQUENCIES; u++) {
            for (int x = 0; x < SIDE; x++) {
                waves[u][x] = StrictMath.cos(Math.PI * (u + 1) * (2 * x + 1) / (2 * SIDE));
            }
        }
        return waves;
    }

    @Override
    public void close() {
        small.close();
    }
}
