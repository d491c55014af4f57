package io.hongbi.grading.sheet;

import io.hongbi.grading.photo.Raster;

/**
 * How much of the paper's light is missing at each point of a photo, whatever the light: 0 on
 * paper, 1 where nothing comes back. One thread only; it keeps its buffers.
 */
final class InkField {

    private byte[] photo = new byte[0];
    private byte[] ink = new byte[0];
    private int width;
    private int height;
    private int inkWidth;
    private int inkHeight;
    private double inkPerPixel;

    /** Takes a photo. Grey values are known from here on, ink once that is taken, too. */
    void take(Raster photo) {
        width = photo.width();
        height = photo.height();
        this.photo = fit(this.photo, width * height);
        photo.values(this.photo);
    }

    /**
     * Takes the ink of that photo.
     *
     * @param missing the share of the paper's light that is missing, 255 for all of it, at a whole
     *     fraction of the photo's size
     */
    void takeInk(Raster missing) {
        inkWidth = missing.width();
        inkHeight = missing.height();
        ink = fit(ink, inkWidth * inkHeight);
        missing.values(ink);
        // whole factors leave a rest of columns out: the factor counts, not the widths
        inkPerPixel = 1.0 / Math.round((double) width / inkWidth);
    }

    private static byte[] fit(byte[] buffer, int size) {
        return buffer.length == size ? buffer : new byte[size];
    }

    /** The ink at a point in pixels of the photo, at the border that of the nearest. */
    double ink(double x, double y) {
        return bilinear(ink, inkWidth, inkHeight, x * inkPerPixel - 0.5, y * inkPerPixel - 0.5)
                / 255;
    }

    /** The grey value at a point in pixels, at the border that of the nearest pixel. */
    double grey(double x, double y) {
        return bilinear(photo, width, height, x - 0.5, y - 0.5);
    }

    private static double bilinear(byte[] image, int width, int height, double x, double y) {
        double inX = x < 0 ? 0 : Math.min(x, width - 1.001);
        double inY = y < 0 ? 0 : Math.min(y, height - 1.001);
        int left = (int) inX;
        int top = (int) inY;
        double right = inX - left;
        double lower = inY - top;
        int at = top * width + left;
        double above = (image[at] & 0xFF) * (1 - right) + (image[at + 1] & 0xFF) * right;
        double below =
                (image[at + width] & 0xFF) * (1 - right) + (image[at + width + 1] & 0xFF) * right;
        return above * (1 - lower) + below * lower;
    }
}
