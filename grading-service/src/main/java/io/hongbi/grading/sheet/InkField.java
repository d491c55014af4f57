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

    /** The ink at the places of a patch around a point, into its own raster of values. */
    void sample(Homography.Local local, double radiusX, double radiusY, Rings rings, float[] into) {
        double k = inkPerPixel;
        float x0 = (float) (local.at().x() * k) - 0.5f;
        float y0 = (float) (local.at().y() * k) - 0.5f;
        float xu = (float) (local.xx() * radiusX * k);
        float xv = (float) (local.xy() * radiusY * k);
        float yu = (float) (local.yx() * radiusX * k);
        float yv = (float) (local.yy() * radiusY * k);
        float right = inkWidth - 1.01f;
        float bottom = inkHeight - 1.01f;
        for (int i = 0; i < rings.seen.length; i++) {
            float along = rings.u[i];
            float down = rings.v[i];
            float x = within(x0 + xu * along + xv * down, right);
            float y = within(y0 + yu * along + yv * down, bottom);
            int left = (int) x;
            int top = (int) y;
            float u = x - left;
            float v = y - top;
            int at = top * inkWidth + left;
            int below = at + inkWidth;
            into[rings.seen[i]] =
                    (((ink[at] & 0xFF) * (1 - u) + (ink[at + 1] & 0xFF) * u) * (1 - v)
                                    + ((ink[below] & 0xFF) * (1 - u) + (ink[below + 1] & 0xFF) * u)
                                            * v)
                            / 255;
        }
    }

    /** What one pixel of the photo is in the ink's own, smaller pixels. */
    double inkPerPixel() {
        return inkPerPixel;
    }

    /**
     * The mean ink at points given in the ink's own pixels, moved by so much; one tight loop, as
     * this is where the time goes.
     */
    double mean(float[] xs, float[] ys, float dx, float dy) {
        float right = inkWidth - 1.01f;
        float bottom = inkHeight - 1.01f;
        float sum = 0;
        for (int i = 0; i < xs.length; i++) {
            float x = within(xs[i] + dx - 0.5f, right);
            float y = within(ys[i] + dy - 0.5f, bottom);
            int left = (int) x;
            int top = (int) y;
            float u = x - left;
            float v = y - top;
            int at = top * inkWidth + left;
            int below = at + inkWidth;
            sum +=
                    ((ink[at] & 0xFF) * (1 - u) + (ink[at + 1] & 0xFF) * u) * (1 - v)
                            + ((ink[below] & 0xFF) * (1 - u) + (ink[below + 1] & 0xFF) * u) * v;
        }
        return sum / (255 * xs.length);
    }

    /**
     * How much darker the darkest dot of a rectangle is than its mean: the second highest of all
     * points on a grid, as one alone may be noise.
     *
     * @param local the middle of the rectangle
     * @param halfWidth of the rectangle in millimetres, as are the others
     */
    double peak(Homography.Local local, double halfWidth, double halfHeight, double pitch) {
        float highest = 0;
        float second = 0;
        float sum = 0;
        int columns = 1 + (int) (2 * halfWidth / pitch);
        int rows = 1 + (int) (2 * halfHeight / pitch);
        for (int i = 0; i < columns * rows; i++) {
            int row = i / columns;
            float ink = at(local, (i % columns) * pitch - halfWidth, row * pitch - halfHeight);
            sum += ink;
            second = Math.max(second, Math.min(highest, ink));
            highest = Math.max(highest, ink);
        }
        return (second - sum / (columns * rows)) / 255;
    }

    private float at(Homography.Local local, double along, double down) {
        return at(
                within((float) (local.x(along, down) * inkPerPixel) - 0.5f, inkWidth - 1.01f),
                within((float) (local.y(along, down) * inkPerPixel) - 0.5f, inkHeight - 1.01f));
    }

    private float at(float x, float y) {
        int left = (int) x;
        int top = (int) y;
        float u = x - left;
        float v = y - top;
        int at = top * inkWidth + left;
        int below = at + inkWidth;
        return ((ink[at] & 0xFF) * (1 - u) + (ink[at + 1] & 0xFF) * u) * (1 - v)
                + ((ink[below] & 0xFF) * (1 - u) + (ink[below + 1] & 0xFF) * u) * v;
    }

    private static float within(float value, float most) { // Math.clamp costs as much as the rest
        return value < 0 ? 0 : value > most ? most : value;
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
