package io.hongbi.grading.glyph;

import io.hongbi.grading.photo.Raster;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts boxes from a photo as the training did; golden crops hold the two together. One thread only;
 * it keeps its buffers.
 */
final class GlyphCut implements AutoCloseable {

    private final GlyphSettings.Network settings;
    private final Raster twice = new Raster();
    private final Raster crop = new Raster();
    private final byte[] grey;
    private final int[] counts = new int[256];

    GlyphCut(GlyphSettings.Network settings) {
        this.settings = settings;
        this.grey = new byte[settings.width() * settings.height()];
    }

    /** The crop, valid until the next is cut. */
    byte[] cut(Raster photo, BoxCorners box) {
        double scale =
                Math.min(settings.boxWidth() / box.width(), settings.boxHeight() / box.height());
        double halfWidth = scale * box.width() / 2;
        double halfHeight = scale * box.height() / 2;
        double left = settings.width() - 2 * halfWidth;
        double right = settings.width() + 2 * halfWidth;
        double top = settings.height() - 2 * halfHeight;
        double bottom = settings.height() + 2 * halfHeight;
        double[][] onto = {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
        photo.cut(box.corners(), List.of(onto), 2 * settings.width(), 2 * settings.height(), twice);
        twice.shrinkBy(2, crop);
        crop.values(grey);
        return grey;
    }

    /** Puts a crop behind what the buffer holds: shares of the paper's light. */
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
