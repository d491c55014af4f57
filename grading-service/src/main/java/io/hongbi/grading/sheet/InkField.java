package io.hongbi.grading.sheet;

import io.hongbi.grading.photo.Raster;

/**
 * How much of the paper's light is missing at each point of a photo, whatever the light: 0 on
 * paper, 1 where nothing comes back. One thread only; it keeps its buffers.
 */
final class InkField {

    private byte[] photo = new byte[0];
    private byte[] paper = new byte[0];
    private int width;
    private int height;
    private int paperWidth;
    private int paperHeight;
    private double paperPerPixel;

    /**
     * Takes a photo.
     *
     * @param paper the photo without anything written or printed, at a fraction of the size; the
     *     same place has the same share of the width
     */
    void take(Raster photo, Raster paper) {
        width = photo.width();
        height = photo.height();
        paperWidth = paper.width();
        paperHeight = paper.height();
        this.photo = fit(this.photo, width * height);
        this.paper = fit(this.paper, paperWidth * paperHeight);
        photo.values(this.photo);
        paper.values(this.paper);
        // whole factors leave a rest of columns out: the factor counts, not the widths
        paperPerPixel = 1.0 / Math.round((double) width / paperWidth);
    }

    private static byte[] fit(byte[] buffer, int size) {
        return buffer.length == size ? buffer : new byte[size];
    }

    /** The ink at a point in pixels; 0 outside the photo. */
    double ink(double x, double y) {
        double ground = paper(x, y);
        return ground < 1 ? 0 : Math.max(0, 1 - grey(x, y) / ground);
    }

    /** The grey value at a point in pixels, at the border that of the nearest pixel. */
    double grey(double x, double y) {
        return bilinear(photo, width, height, x - 0.5, y - 0.5);
    }

    /** The grey value of the paper at a point in pixels. */
    double paper(double x, double y) {
        return bilinear(
                paper, paperWidth, paperHeight, x * paperPerPixel - 0.5, y * paperPerPixel - 0.5);
    }

    /** Whether a point lies so far inside the photo. */
    boolean contains(Place place, double marginPx) {
        return place.x() >= marginPx
                && place.y() >= marginPx
                && place.x() <= width - marginPx
                && place.y() <= height - marginPx;
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
