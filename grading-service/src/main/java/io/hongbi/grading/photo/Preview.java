package io.hongbi.grading.photo;

/**
 * Makes the image that people look at: upright, at most 1200x1600 pixels (or 1600x1200), grey. Grey
 * because the reader decodes grey: colour would cost a second decode. One thread only; it keeps its
 * buffer.
 */
public final class Preview implements AutoCloseable {

    private static final int LONGER_SIDE = 1600;
    private static final int SHORTER_SIDE = 1200;

    /** As libjpeg understands it. */
    public static final int JPEG_QUALITY = 75;

    private final Raster resized = new Raster();

    /** The preview of an upright photo as a JPEG file. */
    public byte[] of(Raster photo) {
        double scale = scale(photo);
        if (scale >= 1) {
            return photo.toJpeg(JPEG_QUALITY);
        }
        resize(photo, scale);
        return resized.toJpeg(JPEG_QUALITY);
    }

    private void resize(Raster photo, double scale) {
        int width = (int) Math.max(1, Math.round(photo.width() * scale));
        int height = (int) Math.max(1, Math.round(photo.height() * scale));
        if (scale > 0.5) {
            photo.resize(width, height, resized);
        } else {
            photo.shrink(width, height, resized);
        }
    }

    private static double scale(Raster photo) {
        int shorter = Math.min(photo.width(), photo.height());
        return Math.min((double) LONGER_SIDE / photo.longerSide(), (double) SHORTER_SIDE / shorter);
    }

    @Override
    public void close() {
        resized.close();
    }
}
