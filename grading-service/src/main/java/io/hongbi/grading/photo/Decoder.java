package io.hongbi.grading.photo;

import io.hongbi.common.reading.Photo;

/**
 * Decodes photos to grey, large ones to half their size: a JPEG codec does that at hardly more than
 * the cost of reading the bits. One thread only; it keeps its buffers.
 */
public final class Decoder implements AutoCloseable {

    /** Half of it still is a sharp preview and analysis, 1500 px on the longer side. */
    private static final int LONGER_SIDE_TO_HALVE = 3000;

    /** A codec leaves this grey where a JPEG's data is missing: a zero for every coefficient. */
    private static final byte MISSING = (byte) 128;

    private final Raster stored = new Raster();
    private final Raster upright = new Raster();

    /** Decodes a JPEG, PNG or WebP file. */
    public Decoded decode(byte[] file) {
        return PhotoFile.of(file)
                .filter(PhotoFile::small)
                .filter(header -> stored.decode(file, reduction(header.longerSide())) && complete())
                .<Decoded>map(this::stand)
                .orElseGet(Decoded.Unreadable::new);
    }

    private Decoded stand(PhotoFile header) {
        var photo = new Photo(header.uprightWidth(), header.uprightHeight(), header.orientation());
        if (header.orientation() == 1) {
            return new Decoded.Upright(photo, stored);
        }
        stored.upright(header.orientation(), upright);
        return new Decoded.Upright(photo, upright);
    }

    /** By what a photo is reduced whose longer side has so many pixels: 1, 2, 4 or 8. */
    public static int reduction(int longerSide) {
        int reduction = 1;
        while (reduction < 8 && longerSide / reduction >= LONGER_SIDE_TO_HALVE) {
            reduction *= 2;
        }
        return reduction;
    }

    /** Whether the last rows hold an image: where one in fifty is missing, the file broke off. */
    private boolean complete() {
        int rows = Math.max(1, stored.height() / 50);
        var values = new byte[rows * stored.width()];
        stored.lastRows(rows, values);
        for (byte value : values) {
            if (value != MISSING) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        stored.close();
        upright.close();
    }
}
