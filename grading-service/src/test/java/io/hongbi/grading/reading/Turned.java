package io.hongbi.grading.reading;

import io.hongbi.grading.photo.Raster;

/** Photos as a phone stores them that does not say how it was held. */
final class Turned {

    private static final int QUALITY = 92;

    private Turned() {}

    /**
     * The photo turned.
     *
     * @param orientation EXIF orientation that would turn it so
     */
    static byte[] by(byte[] photo, int orientation) {
        try (var stored = new Raster();
                var turned = new Raster()) {
            stored.decode(photo, 1);
            stored.upright(orientation, turned);
            return turned.toJpeg(QUALITY);
        }
    }
}
