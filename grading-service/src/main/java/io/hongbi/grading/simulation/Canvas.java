package io.hongbi.grading.simulation;

import io.hongbi.grading.photo.Raster;
import java.util.List;
import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.MatOfPoint;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/**
 * A colour image to draw on, and what the simulation needs of OpenCV. Coordinates are pixels from
 * the top left corner; strokes are drawn to an eighth of a pixel. The owner closes it.
 */
final class Canvas implements AutoCloseable {

    private static final int FRACTION_BITS = 3;
    private static final int FRACTION = 1 << FRACTION_BITS;

    static {
        Raster.prepare();
    }

    private Mat pixels;

    private Canvas(Mat pixels) {
        this.pixels = pixels;
    }

    static Canvas of(int width, int height, Colour colour) {
        return new Canvas(new Mat(height, width, CvType.CV_8UC3, colour.scalar()));
    }

    int width() {
        return pixels.cols();
    }

    int height() {
        return pixels.rows();
    }

    /** Draws a line through all points. */
    void stroke(List<Point> points, Colour colour, int thickness) {
        var scaled =
                points.stream()
                        .map(p -> new Point(Math.rint(p.x * FRACTION), Math.rint(p.y * FRACTION)))
                        .toList();
        var line = new MatOfPoint();
        line.fromList(scaled);
        Imgproc.polylines(
                pixels,
                List.of(line),
                false,
                colour.scalar(),
                thickness,
                Imgproc.LINE_AA,
                FRACTION_BITS);
        line.release();
    }

    /** Fills a polygon. */
    void fill(List<Point> corners, Colour colour) {
        var polygon = new MatOfPoint();
        polygon.fromList(corners);
        Imgproc.fillPoly(pixels, List.of(polygon), colour.scalar(), Imgproc.LINE_AA);
        polygon.release();
    }

    /** Fills an ellipse. */
    void ellipse(Point centre, Size halfAxes, double degrees, Colour colour) {
        Imgproc.ellipse(
                pixels,
                centre,
                halfAxes,
                degrees,
                0,
                360,
                colour.scalar(),
                Imgproc.FILLED,
                Imgproc.LINE_AA);
    }

    /** Lays another image on this one, its corners (clockwise from the top left) at these. */
    void lay(Canvas sheet, List<Point> corners) {
        var from =
                new MatOfPoint2f(
                        new Point(0, 0),
                        new Point(sheet.width(), 0),
                        new Point(sheet.width(), sheet.height()),
                        new Point(0, sheet.height()));
        var to = new MatOfPoint2f();
        to.fromList(corners);
        var transform = Imgproc.getPerspectiveTransform(from, to);
        Imgproc.warpPerspective(
                sheet.pixels,
                pixels,
                transform,
                pixels.size(),
                Imgproc.INTER_AREA,
                Core.BORDER_TRANSPARENT);
        List.of(from, to, transform).forEach(Mat::release);
    }

    /** Darkens or lightens from one value at the top left to another at the bottom right. */
    void shade(double topLeft, double bottomRight) {
        var corners = new Mat(2, 2, CvType.CV_32FC1);
        double middle = (topLeft + bottomRight) / 2;
        corners.put(0, 0, topLeft, middle, middle, bottomRight);
        var field = new Mat();
        Imgproc.resize(corners, field, pixels.size(), 0, 0, Imgproc.INTER_LINEAR);
        var fields = new Mat();
        Core.merge(List.of(field, field, field), fields);
        Core.multiply(pixels, fields, pixels, 1, CvType.CV_8UC3);
        List.of(corners, field, fields).forEach(Mat::release);
    }

    /** Adds a light that fades with the distance from its centre, as a lamp's reflex does. */
    void shine(Point centre, double radiusPx, double strength) {
        var light = new Mat(pixels.size(), CvType.CV_8UC3, Scalar.all(0));
        Imgproc.circle(light, centre, (int) radiusPx, Scalar.all(strength), Imgproc.FILLED);
        double small = 16;
        var reduced = new Mat();
        Imgproc.resize(light, reduced, new Size(), 1 / small, 1 / small, Imgproc.INTER_AREA);
        Imgproc.GaussianBlur(reduced, reduced, new Size(0, 0), radiusPx / small / 5);
        Imgproc.resize(reduced, light, pixels.size(), 0, 0, Imgproc.INTER_LINEAR);
        Core.add(pixels, light, pixels);
        List.of(light, reduced).forEach(Mat::release);
    }

    /** Multiplies all light. */
    void expose(double factor) {
        pixels.convertTo(pixels, -1, factor, 0);
    }

    /** Blurs with a Gaussian of the given standard deviation in pixels. */
    void blur(double sigmaPx) {
        Imgproc.GaussianBlur(pixels, pixels, new Size(0, 0), sigmaPx);
    }

    /** Adds grain: normal noise of the given standard deviation, softened as cameras do. */
    void grain(double deviation, Random random) {
        var noise = new Mat(height() + 64, width() + 64, CvType.CV_16SC3);
        Core.setRNGSeed(random.nextInt());
        Core.randn(noise, 0, deviation * 1.6);
        Imgproc.GaussianBlur(noise, noise, new Size(3, 3), 0.7);
        var cut = noise.submat(new Rect(32, 32, width(), height()));
        Core.add(pixels, cut, pixels, new Mat(), CvType.CV_8UC3);
        List.of(cut, noise).forEach(Mat::release);
    }

    /** Shrinks or enlarges so that the longer side has so many pixels. */
    void resize(int longerSide) {
        double scale = (double) longerSide / Math.max(width(), height());
        Imgproc.resize(pixels, pixels, new Size(), scale, scale, Imgproc.INTER_AREA);
    }

    /** Cuts off a share of the width at the left and of the height at the top. */
    void crop(double left, double top) {
        int x = (int) (left * width());
        int y = (int) (top * height());
        var rest = pixels.submat(new Rect(x, y, width() - x, height() - y)).clone();
        pixels.release();
        pixels = rest;
    }

    /** Stores the image so that only a viewer that heeds the orientation shows it upright. */
    void storeAs(int orientation) {
        switch (orientation) {
            case 2 -> Core.flip(pixels, pixels, 1);
            case 3 -> Core.rotate(pixels, pixels, Core.ROTATE_180);
            case 4 -> Core.flip(pixels, pixels, 0);
            case 5 -> Core.transpose(pixels, pixels);
            case 6 -> Core.rotate(pixels, pixels, Core.ROTATE_90_COUNTERCLOCKWISE);
            case 7 -> {
                Core.transpose(pixels, pixels);
                Core.rotate(pixels, pixels, Core.ROTATE_180);
            }
            case 8 -> Core.rotate(pixels, pixels, Core.ROTATE_90_CLOCKWISE);
            default -> {}
        }
    }

    byte[] toJpeg(int quality) {
        return encode(".jpg", new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, quality));
    }

    /** {@code .png} or {@code .webp}. */
    byte[] encode(String extension) {
        return encode(extension, new MatOfInt());
    }

    private byte[] encode(String extension, MatOfInt parameters) {
        var file = new MatOfByte();
        Imgcodecs.imencode(extension, pixels, file, parameters);
        var bytes = file.toArray();
        List.of(file, parameters).forEach(Mat::release);
        return bytes;
    }

    @Override
    public void close() {
        pixels.release();
    }

    /** A colour of sRGB, 0 to 255 each. */
    record Colour(int red, int green, int blue) {

        /** The colour with some of each channel added or taken. */
        Colour varied(Random random, int by) {
            return new Colour(
                    vary(red, random, by), vary(green, random, by), vary(blue, random, by));
        }

        private static int vary(int value, Random random, int by) {
            return Math.clamp(value + random.nextInt(2 * by + 1) - by, 0, 255);
        }

        private Scalar scalar() {
            return new Scalar(blue, green, red);
        }
    }
}
