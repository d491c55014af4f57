package io.hongbi.grading.page;

import io.hongbi.grading.photo.Raster;

/**
 * Fits an upright photo into the page network's input, exactly as {@code frame.py} of the training
 * does: shrunk by a whole factor where that fills nearly as much as it could, otherwise shrunk or
 * enlarged by area to the largest size that fits; a landscape photo turned clockwise to portrait;
 * centred on constant grey. One thread only; it keeps its buffers.
 */
final class Frame implements AutoCloseable {

    private static final int TURN_CLOCKWISE = 6;

    /** How much smaller than the frame a photo may be for the sake of a whole factor. */
    private static final double NEARLY = 1.05;

    private final int width;
    private final int height;
    private final int pad;
    private final Raster resized = new Raster();
    private final Raster turned = new Raster();
    private final Raster padded = new Raster();

    /**
     * @param width pixels of the network's input, not more than its height
     * @param pad grey value around the photo
     */
    Frame(int width, int height, int pad) {
        this.width = width;
        this.height = height;
        this.pad = pad;
    }

    /** The frame as a grey image; valid until the next call. */
    Raster fit(Raster photo) {
        boolean landscape = photo.width() > photo.height();
        shrink(photo, landscape);
        if (landscape) {
            resized.upright(TURN_CLOCKWISE, turned);
            turned.pad(width, height, pad, padded);
        } else {
            resized.pad(width, height, pad, padded);
        }
        return padded;
    }

    private void shrink(Raster photo, boolean landscape) {
        int mostWide = landscape ? height : width;
        int mostHigh = landscape ? width : height;
        double scale =
                Math.min((double) mostWide / photo.width(), (double) mostHigh / photo.height());
        int factor = (int) Math.ceil(1 / scale);
        if (scale <= 1 && factor * scale < NEARLY) {
            photo.shrinkBy(factor, resized);
        } else {
            photo.shrink(
                    side(photo.width(), scale, mostWide),
                    side(photo.height(), scale, mostHigh),
                    resized);
        }
    }

    private static int side(int pixels, double scale, int most) {
        return (int) Math.min(most, Math.max(1, (long) (pixels * scale + 0.5)));
    }

    @Override
    public void close() {
        resized.close();
        turned.close();
        padded.close();
    }
}
