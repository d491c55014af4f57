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

    LineCut(LineSettings settings) {
        this.settings = settings;
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

    /** Puts a line into the buffer: shares of the paper's light. */
    void put(byte[] crop, FloatBuffer into) {
        float paper = Math.max(1, paper(crop));
        float brightest = (float) settings.brightest();
        for (byte value : crop) {
            into.put(Math.min((value & 0xFF) / paper, brightest));
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
