package io.hongbi.grading.simulation;

import com.google.zxing.common.BitMatrix;
import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.Paper;
import io.hongbi.grading.photo.Raster;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;
import org.opencv.objdetect.Objdetect;

/**
 * A sheet of paper as a grey image, drawn on in millimetres from its top left corner. The owner
 * closes it.
 */
public final class PageImage implements AutoCloseable {

    private static final int FRACTION_BITS = 4;
    private static final double FRACTION = 1 << FRACTION_BITS;

    /** Pixels of the image to one of a screen. */
    private static final int DOTS = 4;

    static {
        Raster.prepare();
    }

    private final Mat pixels;
    private final double pixelsPerMm;

    private PageImage(Mat pixels, double pixelsPerMm) {
        this.pixels = pixels;
        this.pixelsPerMm = pixelsPerMm;
    }

    /** White paper. */
    public static PageImage blank(double widthMm, double heightMm, double pixelsPerMm) {
        return new PageImage(
                new Mat(
                        (int) Math.round(heightMm * pixelsPerMm),
                        (int) Math.round(widthMm * pixelsPerMm),
                        CvType.CV_8UC1,
                        new Scalar(255)),
                pixelsPerMm);
    }

    /**
     * A page from an image file.
     *
     * @throws IllegalArgumentException if it cannot be decoded
     */
    public static PageImage decode(byte[] file, double pixelsPerMm) {
        var encoded = new MatOfByte(file);
        var pixels = Imgcodecs.imdecode(encoded, Imgcodecs.IMREAD_GRAYSCALE);
        encoded.release();
        if (pixels.empty()) {
            throw new IllegalArgumentException("A page is an image that can be decoded");
        }
        return new PageImage(pixels, pixelsPerMm);
    }

    /**
     * A page that was printed or scanned from edge to edge, at whatever resolution.
     *
     * @throws IllegalArgumentException if it cannot be decoded
     */
    public static PageImage ofPaper(byte[] file, Paper paper) {
        var page = decode(file, 1);
        return new PageImage(page.pixels, page.pixels.cols() / paper.widthMm());
    }

    /** Another one to write on. */
    public PageImage copy() {
        return new PageImage(pixels.clone(), pixelsPerMm);
    }

    Mat pixels() {
        return pixels;
    }

    double pixelsPerMm() {
        return pixelsPerMm;
    }

    /** The page as a PNG file. */
    public byte[] toPng() {
        var file = new MatOfByte();
        Imgcodecs.imencode(".png", pixels, file);
        var bytes = file.toArray();
        file.release();
        return bytes;
    }

    /** How dark it is at a point: 0 is white, 1 black; 0 beside the paper. */
    public double ink(double xMm, double yMm) {
        int column = (int) Math.floor(xMm * pixelsPerMm);
        int row = (int) Math.floor(yMm * pixelsPerMm);
        boolean inside = column >= 0 && column < pixels.cols() && row >= 0 && row < pixels.rows();
        return inside ? 1 - pixels.get(row, column)[0] / 255 : 0;
    }

    /** Whether that of the 6x6 modules of a fiducial is black. */
    public static boolean isBlackInMarker(int id, int row, int column) {
        var bits = markerBits(id);
        boolean black = bits.get(row, column)[0] == 0;
        bits.release();
        return black;
    }

    private static Mat markerBits(int id) {
        var bits = new Mat();
        Objdetect.generateImageMarker(
                Objdetect.getPredefinedDictionary(Objdetect.DICT_4X4_50), id, 6, bits, 1);
        return bits;
    }

    /** Fills what lies within an odd number of polygons. */
    public void fill(List<List<Place>> polygons, int grey) {
        var outline =
                polygons.stream()
                        .map(polygon -> {
                            var points = new MatOfPoint();
                            points.fromList(
                                    polygon.stream().map(p -> fixed(p.xMm(), p.yMm())).toList());
                            return points;
                        })
                        .toList();
        Imgproc.fillPoly(pixels, outline, new Scalar(grey), Imgproc.LINE_AA, FRACTION_BITS);
        outline.forEach(Mat::release);
    }

    /** Draws through all points. */
    public void stroke(List<Place> points, double widthMm, int grey) {
        var line = new MatOfPoint();
        line.fromList(points.stream().map(p -> fixed(p.xMm(), p.yMm())).toList());
        Imgproc.polylines(
                pixels,
                List.of(line),
                false,
                new Scalar(grey),
                thickness(widthMm),
                Imgproc.LINE_AA,
                FRACTION_BITS);
        line.release();
    }

    /**
     * Draws an ellipse into a box.
     *
     * @param lineMm width of its line
     */
    public void ellipse(Box box, double lineMm, int grey) {
        Imgproc.ellipse(
                pixels,
                fixed(box.xMm() + box.widthMm() / 2, box.yMm() + box.heightMm() / 2),
                new Size(
                        Math.rint(box.widthMm() / 2 * pixelsPerMm * FRACTION),
                        Math.rint(box.heightMm() / 2 * pixelsPerMm * FRACTION)),
                0,
                0,
                360,
                new Scalar(grey),
                thickness(lineMm),
                Imgproc.LINE_AA,
                FRACTION_BITS);
    }

    void rectangle(Box box, double lineMm, int grey) {
        var upperLeft = fixed(box.xMm(), box.yMm());
        var lowerRight = fixed(box.xMm() + box.widthMm(), box.yMm() + box.heightMm());
        Imgproc.rectangle(
                pixels,
                upperLeft,
                lowerRight,
                new Scalar(grey),
                lineMm > 0 ? thickness(lineMm) : Imgproc.FILLED,
                Imgproc.LINE_AA,
                FRACTION_BITS);
    }

    /** Writes printed ASCII letters. */
    void print(String text, double xMm, double baselineMm, double heightMm) {
        double scale = heightMm * pixelsPerMm / 22; // capitals of the font are 22 pixels high
        Imgproc.putText(
                pixels,
                text,
                new Point(xMm * pixelsPerMm, baselineMm * pixelsPerMm),
                Imgproc.FONT_HERSHEY_SIMPLEX,
                scale,
                new Scalar(25),
                Math.max(1, (int) Math.round(scale * 2)),
                Imgproc.LINE_AA);
    }

    void marker(int id, Box box) {
        var bits = markerBits(id);
        for (int row = 0; row < 6; row++) {
            for (int column = 0; column < 6; column++) {
                if (bits.get(row, column)[0] == 0) {
                    module(box, 6, column, row);
                }
            }
        }
        bits.release();
    }

    void code(BitMatrix code, Box box) {
        for (int row = 0; row < code.getHeight(); row++) {
            for (int column = 0; column < code.getWidth(); column++) {
                if (code.get(column, row)) {
                    module(box, code.getWidth(), column, row);
                }
            }
        }
    }

    private void module(Box box, int modules, int column, int row) {
        double size = box.widthMm() / modules * pixelsPerMm;
        double left = box.xMm() * pixelsPerMm + column * size;
        double top = box.yMm() * pixelsPerMm + row * size;
        Imgproc.rectangle(
                pixels,
                new Point(Math.round(left), Math.round(top)),
                new Point(Math.round(left + size) - 1.0, Math.round(top + size) - 1.0),
                new Scalar(15),
                Imgproc.FILLED);
    }

    /** What a photocopier makes of the page: steeper, coarser, with specks. */
    void photocopy(long seed) {
        Imgproc.GaussianBlur(pixels, pixels, new Size(0, 0), 0.09 * pixelsPerMm);
        var noise = new Mat(pixels.size(), CvType.CV_16SC1);
        Core.setRNGSeed((int) seed);
        Core.randn(noise, 0, 18);
        Core.add(pixels, noise, pixels, new Mat(), CvType.CV_8UC1);
        pixels.convertTo(pixels, -1, 2.2, -170);
        Core.min(pixels, new Scalar(250), pixels);
        Core.max(pixels, new Scalar(40), pixels);
        noise.release();
    }

    /** The same at another size on the same paper, about its middle. */
    PageImage scaled(double scale) {
        var matrix =
                Imgproc.getRotationMatrix2D(
                        new Point(pixels.cols() / 2.0, pixels.rows() / 2.0), 0, scale);
        var onPaper = new Mat();
        Imgproc.warpAffine(
                pixels,
                onPaper,
                matrix,
                pixels.size(),
                Imgproc.INTER_AREA,
                Core.BORDER_CONSTANT,
                new Scalar(255));
        matrix.release();
        return new PageImage(onPaper, pixelsPerMm);
    }

    /**
     * The same on a screen: its pixels, dark lines between them, black that shines.
     *
     * @param pitchMm from pixel to pixel
     */
    PageImage onScreen(double pitchMm) {
        double shrink = 1 / (pitchMm * pixelsPerMm);
        var shown = new Mat();
        Imgproc.resize(pixels, shown, new Size(), shrink, shrink, Imgproc.INTER_AREA);
        shown.convertTo(shown, -1, 0.72, 42);
        var enlarged = new Mat();
        Imgproc.resize(shown, enlarged, new Size(), DOTS, DOTS, Imgproc.INTER_NEAREST);
        for (int line = 0; line < enlarged.rows(); line += DOTS) {
            darken(enlarged.row(line));
        }
        for (int line = 0; line < enlarged.cols(); line += DOTS) {
            darken(enlarged.col(line));
        }
        shown.release();
        return new PageImage(enlarged, DOTS / pitchMm);
    }

    private static void darken(Mat line) {
        line.convertTo(line, -1, 0.55, 0);
        line.release();
    }

    private Point fixed(double xMm, double yMm) {
        return new Point(
                Math.rint((xMm * pixelsPerMm - 0.5) * FRACTION),
                Math.rint((yMm * pixelsPerMm - 0.5) * FRACTION));
    }

    private int thickness(double mm) {
        return Math.max(1, (int) Math.round(mm * pixelsPerMm));
    }

    @Override
    public void close() {
        pixels.release();
    }

    /** A point of the paper. */
    public record Place(double xMm, double yMm) {}
}
