package io.hongbi.grading.arithmetic;

import io.hongbi.grading.photo.Raster;
import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Cuts lines from a photo as the training did; golden crops hold the two together. One thread only;
 * it keeps its buffers.
 */
final class LineCut implements AutoCloseable {

    private final LineSettings settings;
    private final Raster twice = new Raster();
    private final Raster crop = new Raster();
    private final int[] counts = new int[256];
    private final float[] lack = new float[256];
    private final float[] arranged;

    LineCut(LineSettings settings) {
        this.settings = settings;
        this.arranged = new float[settings.height() * settings.most()];
    }

    /** Columns of a line: a whole number of steps. */
    int width(TextLine line) {
        double columns = line.length() / line.cap() * settings.capPx();
        int whole = (int) Math.ceil(columns / settings.step()) * settings.step();
        return Math.clamp(whole, settings.least(), settings.most());
    }

    /** The line's grey values row by row. */
    byte[] cut(Raster photo, TextLine line, int width) {
        int height = settings.height();
        var corners = line.corners(0, 1, height / settings.capPx());
        photo.cut(corners, 2 * width, 2 * height, twice);
        twice.shrinkBy(2, crop);
        return crop.values();
    }

    /**
     * Puts a line into the buffer: twice what its pixels lack of the paper's light, those of each
     * square of four one after the other, in four planes.
     */
    void put(byte[] crop, int width, FloatBuffer into) {
        lack(Math.max(1, paper(crop)));
        int at = 0;
        for (int corner = 0; corner < 4; corner++) {
            int x = corner % 2;
            for (int y = corner / 2; y < settings.height(); y += 2) {
                for (int from = y * width + x; from < (y + 1) * width; from += 2) {
                    arranged[at++] = lack[crop[from] & 0xFF];
                }
            }
        }
        into.put(arranged, 0, at);
    }

    /** What every grey value lacks, twice. */
    private void lack(float paper) {
        for (int value = 0; value < lack.length; value++) {
            lack[value] = (1 - Math.min(value / paper, (float) settings.brightest())) * 2;
        }
    }

    private int paper(byte[] crop) {
        Arrays.fill(counts, 0);
        for (byte value : crop) {
            counts[value & 0xFF]++;
        }
        int place = (int) Math.floor(settings.paperRank() * (crop.length - 1));
        int value = 0;
        for (int below = counts[0]; below <= place; below += counts[value]) {
            value++;
        }
        return value;
    }

    @Override
    public void close() {
        twice.close();
        crop.close();
    }
}
