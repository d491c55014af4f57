package io.hongbi.grading.photo;

import io.hongbi.grading.natives.NativeLibraries;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.IntStream;
import org.opencv.core.Core;
import org.opencv.core.CvException;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfFloat;
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
 * A grey image in native memory, 8 bits a pixel, 0 black, and everything OpenCV does to it. Each
 * operation writes into another raster, whose memory is used again where the size fits: keep
 * rasters between photos. Not for several threads; the owner closes it.
 */
public final class Raster implements AutoCloseable {

    private static final int FULL_GREY =
            Imgcodecs.IMREAD_GRAYSCALE | Imgcodecs.IMREAD_IGNORE_ORIENTATION;

    private static final int TO_SOURCE = Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP;

    /** A corner that far off makes no difference to who looks. */
    private static final double NEARLY_PX = 1.5;

    private static final double HALF_A_DEGREE = Math.PI / 360;

    static {
        NativeLibraries.loadOpenCv();
        Core.setNumThreads(1); // parallelism comes from workers
    }

    private static final Mat ALL = new Mat();
    private static final MatOfInt FIRST_CHANNEL = new MatOfInt(0);
    private static final MatOfInt GREY_VALUES = new MatOfInt(256);
    private static final MatOfFloat FROM_BLACK_TO_WHITE = new MatOfFloat(0, 256);

    private final Mat encoded = new Mat();
    private final Mat flipped = new Mat();
    private final Mat horizontal = new Mat();
    private final Mat vertical = new Mat();
    private final Blobs blobs = new Blobs();
    private final Mat counts = new Mat();
    private Mat pixels = new Mat();

    /** Makes {@code org.opencv} usable for those who draw with it, single-threaded. */
    public static void prepare() {
        // loading this class has done it
    }

    /** Pixels in a row; 0 before anything was written. */
    public int width() {
        return pixels.cols();
    }

    /** Rows; 0 before anything was written. */
    public int height() {
        return pixels.rows();
    }

    /** Pixels of the longer side. */
    public int longerSide() {
        return Math.max(width(), height());
    }

    /**
     * Decodes an image file into this raster, as it is stored, without regard to its orientation.
     *
     * @param reduction 1, 2, 4 or 8: each side is divided by it, rounded up
     * @return false if the codec cannot read the file; the raster is then empty
     */
    public boolean decode(byte[] file, int reduction) {
        var bytes = copyOf(file);
        pixels.release();
        try {
            pixels = Imgcodecs.imdecode(bytes, flags(reduction));
        } catch (CvException e) {
            pixels = new Mat();
        } finally {
            bytes.release();
        }
        return !pixels.empty();
    }

    /** The file in native memory that is kept between files. */
    private Mat copyOf(byte[] file) {
        if (encoded.cols() < file.length) {
            encoded.create(1, file.length, CvType.CV_8UC1);
        }
        var bytes = encoded.colRange(0, file.length);
        bytes.put(0, 0, file);
        return bytes;
    }

    private static int flags(int reduction) {
        return switch (reduction) {
            case 1 -> FULL_GREY;
            case 2 -> FULL_GREY | Imgcodecs.IMREAD_REDUCED_GRAYSCALE_2;
            case 4 -> FULL_GREY | Imgcodecs.IMREAD_REDUCED_GRAYSCALE_4;
            case 8 -> FULL_GREY | Imgcodecs.IMREAD_REDUCED_GRAYSCALE_8;
            default -> throw new IllegalArgumentException("No codec reduces by " + reduction);
        };
    }

    /** Writes rows of grey values into this raster. */
    public void fill(int width, int height, byte[] values) {
        if (values.length != width * height) {
            throw new IllegalArgumentException(
                    width + "x" + height + " pixels expected, were " + values.length);
        }
        pixels.create(height, width, CvType.CV_8UC1);
        pixels.put(0, 0, values);
    }

    /** The grey values row by row, as unsigned bytes. */
    public byte[] values() {
        var values = new byte[width() * height()];
        pixels.get(0, 0, values);
        return values;
    }

    /** Copies the pixels into a buffer of the right size, to spare its allocation. */
    public void values(byte[] into) {
        pixels.get(0, 0, into);
    }

    /** Copies the lowest rows into a buffer of {@code rows} times the width. */
    void lastRows(int rows, byte[] into) {
        pixels.get(height() - rows, 0, into);
    }

    /**
     * Turns and mirrors the stored image so that it stands upright.
     *
     * @param orientation EXIF 2.3, tag 0x0112: 1 to 8
     */
    public void upright(int orientation, Raster into) {
        switch (orientation) {
            case 1 -> pixels.copyTo(into.pixels);
            case 2 -> Core.flip(pixels, into.pixels, 1);
            case 3 -> Core.rotate(pixels, into.pixels, Core.ROTATE_180);
            case 4 -> Core.flip(pixels, into.pixels, 0);
            case 5 -> Core.transpose(pixels, into.pixels);
            case 6 -> { // swapping rows first is cheaper than mirroring them afterwards
                Core.flip(pixels, flipped, 0);
                Core.transpose(flipped, into.pixels);
            }
            case 7 -> {
                Core.transpose(pixels, into.pixels);
                Core.rotate(into.pixels, into.pixels, Core.ROTATE_180);
            }
            case 8 -> Core.rotate(pixels, into.pixels, Core.ROTATE_90_COUNTERCLOCKWISE);
            default -> throw new IllegalArgumentException("No EXIF orientation: " + orientation);
        }
    }

    /** Resizes by averaging the area of each new pixel; exact for whole factors. */
    public void shrink(int width, int height, Raster into) {
        Imgproc.resize(pixels, into.pixels, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
    }

    /** Resizes with bilinear interpolation: cheap, and good between half and full size. */
    public void resize(int width, int height, Raster into) {
        Imgproc.resize(pixels, into.pixels, new Size(width, height), 0, 0, Imgproc.INTER_LINEAR);
    }

    /**
     * Shrinks by a whole factor, averaging: three times as fast as by a broken one. Columns and
     * rows that do not fill a new pixel are left out.
     */
    public void shrinkBy(int factor, Raster into) {
        int width = Math.max(1, width() / factor);
        int height = Math.max(1, height() / factor);
        var whole =
                pixels.submat(
                        0,
                        Math.min(height(), height * factor),
                        0,
                        Math.min(width(), width * factor));
        Imgproc.resize(whole, into.pixels, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
        whole.release();
    }

    /** Puts the image into the middle of a larger one. */
    public void pad(int width, int height, int grey, Raster into) {
        int top = (height - height()) / 2;
        int left = (width - width()) / 2;
        Core.copyMakeBorder(
                pixels,
                into.pixels,
                top,
                height - height() - top,
                left,
                width - width() - left,
                Core.BORDER_CONSTANT,
                new Scalar(grey));
    }

    /** Blurs with a Gaussian of the given standard deviation in pixels. */
    public void blur(double sigmaPx, Raster into) {
        Imgproc.GaussianBlur(
                pixels, into.pixels, new Size(0, 0), sigmaPx, sigmaPx, Core.BORDER_REPLICATE);
    }

    /** The mean of the square of so many pixels (odd) about each pixel. */
    public void average(int sizePx, Raster into) {
        Imgproc.blur(
                pixels,
                into.pixels,
                new Size(sizePx, sizePx),
                new Point(-1, -1),
                Core.BORDER_REPLICATE);
    }

    /** The image where the mask is not 0, elsewhere 0. */
    public void keep(Raster mask, Raster into) {
        Core.bitwise_and(pixels, mask.pixels, into.pixels);
    }

    /** Fills dark details narrower than the square of so many pixels with what surrounds them. */
    public void fillDark(int sizePx, Raster into) {
        fillDark(sizePx, sizePx, into);
    }

    /** The same for what is narrower or lower than a rectangle. */
    void fillDark(int widthPx, int heightPx, Raster into) {
        reshape(Imgproc.MORPH_CLOSE, widthPx, heightPx, into);
    }

    /** Fills light details narrower or lower than a rectangle with what surrounds them. */
    void fillLight(int widthPx, int heightPx, Raster into) {
        reshape(Imgproc.MORPH_OPEN, widthPx, heightPx, into);
    }

    /** Widens what is light by so many pixels on each side. */
    public void widen(int byPx, Raster into) {
        reshape(Imgproc.MORPH_DILATE, 2 * byPx + 1, 2 * byPx + 1, into);
    }

    /** Makes what is light higher, by so many pixels above and below. */
    void heighten(int byPx, Raster into) {
        reshape(Imgproc.MORPH_DILATE, 1, 2 * byPx + 1, into);
    }

    /** Narrows what is light by so many pixels on each side. */
    public void narrow(int byPx, Raster into) {
        reshape(Imgproc.MORPH_ERODE, 2 * byPx + 1, 2 * byPx + 1, into);
    }

    private void reshape(int operation, int widthPx, int heightPx, Raster into) {
        var rectangle =
                Imgproc.getStructuringElement(Imgproc.MORPH_RECT, new Size(widthPx, heightPx));
        Imgproc.morphologyEx(pixels, into.pixels, operation, rectangle);
        rectangle.release();
    }

    /** Swaps rows and columns. */
    void transpose(Raster into) {
        Core.transpose(pixels, into.pixels);
    }

    /** Takes the other image's pixels where the mask is not 0. */
    void patch(Raster mask, Raster from) {
        from.pixels.copyTo(pixels, mask.pixels);
    }

    /**
     * Straight lines of what is not 0 that run from left to right, by Hough's transform.
     *
     * @param leastPx so many pixels of a line at least are not 0
     * @param mostTilt in radians
     * @return the clearest first
     */
    List<StraightLine> straightLines(int leastPx, double mostTilt) {
        var found = new Mat();
        try {
            double upright = Math.PI / 2; // of what is perpendicular to a line
            Imgproc.HoughLines(
                    pixels,
                    found,
                    1,
                    HALF_A_DEGREE,
                    leastPx,
                    0,
                    0,
                    upright - mostTilt,
                    upright + mostTilt);
            var values = new float[2 * found.rows()];
            found.get(0, 0, values);
            return IntStream.range(0, found.rows())
                    .mapToObj(i -> straightLine(values[2 * i], values[2 * i + 1]))
                    .toList();
        } finally {
            found.release();
        }
    }

    private StraightLine straightLine(double distance, double angle) {
        double left = distance / Math.sin(angle);
        return new StraightLine(left, left - width() / Math.tan(angle));
    }

    /** How much darker this image is than another; 0 where it is lighter. */
    public void depthBelow(Raster other, Raster into) {
        Core.subtract(other.pixels, pixels, into.pixels);
    }

    /**
     * How much of the paper's light is missing: 0 on paper, 255 where nothing comes back.
     *
     * @param paper the same without what is written, of any size
     * @param scratch for the paper at this image's size
     */
    public void missingOf(Raster paper, Raster scratch, Raster into) {
        Imgproc.resize(paper.pixels, scratch.pixels, pixels.size(), 0, 0, Imgproc.INTER_LINEAR);
        Core.divide(pixels, scratch.pixels, into.pixels, 255);
        Core.bitwise_not(into.pixels, into.pixels);
    }

    /** Marks with 255 where a depth is more than a share of the other image plus a constant. */
    public void exceeds(Raster other, double share, double constant, Raster into) {
        Core.addWeighted(pixels, 1, other.pixels, -share, -constant, into.pixels);
        Imgproc.threshold(into.pixels, into.pixels, 0, 255, Imgproc.THRESH_BINARY);
    }

    /** Marks with 255 what is from one value to another. */
    void between(double least, double most, Raster into) {
        Core.inRange(pixels, new Scalar(least), new Scalar(most), into.pixels);
    }

    /** Marks with 255 what is greater than a value. */
    public void greaterThan(double value, Raster into) {
        Imgproc.threshold(pixels, into.pixels, value, 255, Imgproc.THRESH_BINARY);
    }

    /** The greatest value. */
    public double greatest() {
        return Core.minMaxLoc(pixels).maxVal;
    }

    /** How steep the image is, per pixel: (|horizontal| + |vertical| Sobel) / 4, at most 255. */
    public void steepness(Raster scratch, Raster into) {
        Imgproc.spatialGradient(pixels, horizontal, vertical, 3, Core.BORDER_REPLICATE);
        Core.convertScaleAbs(horizontal, scratch.pixels, 0.25, 0);
        Core.convertScaleAbs(vertical, into.pixels, 0.25, 0);
        Core.add(scratch.pixels, into.pixels, into.pixels);
    }

    /** Mean value where the mask is not 0; 0 where the mask is 0 everywhere. */
    public double mean(Raster mask) {
        return Core.mean(pixels, mask.pixels).val[0];
    }

    /** How many pixels are not 0. */
    public int count() {
        return Core.countNonZero(pixels);
    }

    /** The connected parts (8 neighbours) of what is not 0, by their first pixels. */
    public List<Blob> blobs() {
        return blobs.of(values(), width(), height());
    }

    /** How many pixels have each of the 256 grey values. */
    public int[] histogram() {
        Imgproc.calcHist(
                List.of(pixels), FIRST_CHANNEL, ALL, counts, GREY_VALUES, FROM_BLACK_TO_WHITE);
        var floats = new float[256];
        counts.get(0, 0, floats);
        var histogram = new int[256];
        for (int grey = 0; grey < histogram.length; grey++) {
            histogram[grey] = (int) floats[grey]; // exact up to 16 million pixels of one value
        }
        return histogram;
    }

    /**
     * Writes the grey values, 0 to 1, row by row.
     *
     * @param into direct, in native order, with room for a float per pixel
     */
    public void writeUnitValues(ByteBuffer into) {
        var unit = new Mat(height(), width(), CvType.CV_32FC1, into);
        pixels.convertTo(unit, CvType.CV_32F, 1 / 255.0);
        unit.release();
    }

    /**
     * The image within quadrangles, which may overlap; black elsewhere.
     *
     * @param areas corners of each, x and y in pixels
     */
    public void keepWithin(List<List<double[]>> areas, Raster into) {
        var inside = Mat.zeros(height(), width(), CvType.CV_8U);
        try {
            for (var area : areas) {
                var outline =
                        new MatOfPoint(area.stream().map(Raster::point).toArray(Point[]::new));
                Imgproc.fillConvexPoly(inside, outline, new Scalar(255));
                outline.release();
            }
            Core.bitwise_and(pixels, inside, into.pixels);
        } finally {
            inside.release();
        }
    }

    /** Copies a rectangle out of the image. */
    public void cut(int left, int top, int width, int height, Raster into) {
        pixels.submat(new Rect(left, top, width, height)).copyTo(into.pixels);
    }

    /**
     * Cuts a quadrangle out and makes it a rectangle that fills the other raster. Where it is
     * nearly a parallelogram an affine map does, at half the cost.
     *
     * @param corners x and y in pixels, clockwise from what becomes the top left; pixel (0, 0)
     *     reaches from 0 to 1
     */
    public void cut(List<double[]> corners, int width, int height, Raster into) {
        double[][] whole = {{0, 0}, {width, 0}, {width, height}, {0, height}};
        if (nearlyParallel(corners)) {
            cutParallel(corners, List.of(whole), width, height, into);
        } else {
            cut(corners, List.of(whole), width, height, into);
        }
    }

    private static boolean nearlyParallel(List<double[]> corners) {
        double x = corners.get(0)[0] - corners.get(1)[0] + corners.get(2)[0] - corners.get(3)[0];
        double y = corners.get(0)[1] - corners.get(1)[1] + corners.get(2)[1] - corners.get(3)[1];
        return Math.hypot(x, y) < NEARLY_PX;
    }

    private void cutParallel(
            List<double[]> corners, List<double[]> onto, int width, int height, Raster into) {
        var from = middles(List.of(onto.get(0), onto.get(1), onto.get(3)));
        var to = middles(List.of(corners.get(0), corners.get(1), corners.get(3)));
        var transform = Imgproc.getAffineTransform(from, to);
        Imgproc.warpAffine(
                pixels,
                into.pixels,
                transform,
                new Size(width, height),
                TO_SOURCE,
                Core.BORDER_REPLICATE);
        List.of(from, to, transform).forEach(Mat::release);
    }

    /**
     * Cuts a quadrangle out with what lies around it.
     *
     * @param corners x and y in pixels; pixel (0, 0) reaches from 0 to 1
     * @param onto where they come to lie in the other raster
     */
    public void cut(
            List<double[]> corners, List<double[]> onto, int width, int height, Raster into) {
        var from = middles(onto);
        var to = middles(corners);
        var transform = Imgproc.getPerspectiveTransform(from, to);
        Imgproc.warpPerspective(
                pixels,
                into.pixels,
                transform,
                new Size(width, height),
                TO_SOURCE,
                Core.BORDER_REPLICATE);
        List.of(from, to, transform).forEach(Mat::release);
    }

    /** OpenCV's pixels have their middle at whole numbers. */
    private static MatOfPoint2f middles(List<double[]> corners) {
        var points = new MatOfPoint2f();
        points.fromList(corners.stream().map(c -> new Point(c[0] - 0.5, c[1] - 0.5)).toList());
        return points;
    }

    /**
     * Draws a quadrangle into this image and writes ASCII letters at its second corner.
     *
     * @param corners x and y in pixels
     */
    public void frame(List<double[]> corners, String text) {
        for (int i = 0; i < corners.size(); i++) {
            Imgproc.line(
                    pixels,
                    point(corners.get(i)),
                    point(corners.get((i + 1) % corners.size())),
                    new Scalar(110),
                    1,
                    Imgproc.LINE_AA);
        }
        Imgproc.putText(
                pixels,
                text,
                point(corners.get(1)),
                Imgproc.FONT_HERSHEY_SIMPLEX,
                0.6,
                new Scalar(0),
                2,
                Imgproc.LINE_AA);
    }

    private static Point point(double[] corner) {
        return new Point(corner[0], corner[1]);
    }

    /** Writes a line of ASCII letters across the image, black on a white band. */
    public void caption(String text, int baseline, Raster into) {
        pixels.copyTo(into.pixels);
        int font = Imgproc.FONT_HERSHEY_SIMPLEX;
        Imgproc.rectangle(
                into.pixels,
                new Point(0, baseline - 32),
                new Point(width(), baseline + 12),
                new Scalar(255),
                Imgproc.FILLED);
        Imgproc.putText(
                into.pixels,
                text,
                new Point(12, baseline),
                font,
                0.9,
                new Scalar(0),
                2,
                Imgproc.LINE_AA);
    }

    /**
     * The image as a JPEG file.
     *
     * @param quality 1 to 100, as libjpeg understands it
     */
    public byte[] toJpeg(int quality) {
        var encoded = new MatOfByte();
        var parameters = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, quality);
        try {
            Imgcodecs.imencode(".jpg", pixels, encoded, parameters);
            return encoded.toArray();
        } finally {
            encoded.release();
            parameters.release();
        }
    }

    @Override
    public void close() {
        List.of(pixels, encoded, flipped, horizontal, vertical, counts).forEach(Mat::release);
    }
}
