package io.hongbi.grading.simulation;

import java.util.List;
import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** The light on a scene, and what lens, sensor and codec do to it. */
final class PhotoLight implements AutoCloseable {

    private static final double FULL = 128;

    private final Mat photo;
    private final Random random;
    private final Mat light;

    PhotoLight(Mat photo, Random random) {
        this.photo = photo;
        this.random = random;
        this.light = new Mat(photo.size(), CvType.CV_8UC1, new Scalar(FULL));
    }

    /** Lights the scene. */
    void fall(Rung rung) {
        fade(random.nextDouble(0.82, 0.97), random.nextDouble(0.82, 0.97));
        switch (rung) {
            case HALF_SHADOW -> shadow(0.45, photo.rows() / 700.0);
            case SOFT_SHADOW -> shadow(0.5, photo.rows() / 12.0);
            case DARK -> scale(0.4);
            default -> {}
        }
        Core.multiply(photo, light, photo, 1 / FULL);
        if (rung == Rung.GLARE) {
            glare();
        }
    }

    private void fade(double left, double right) {
        var ends = new Mat(1, 2, CvType.CV_8UC1);
        ends.put(0, 0, new byte[] {(byte) (left * FULL), (byte) (right * FULL)});
        Imgproc.resize(ends, light, light.size(), 0, 0, Imgproc.INTER_LINEAR);
        ends.release();
    }

    private void scale(double factor) {
        light.convertTo(light, -1, factor, 0);
    }

    /** Over one side of a line through the middle of the photo, more or less. */
    private void shadow(double factor, double softPx) {
        double angle = random.nextDouble(2 * Math.PI);
        double far = 2.0 * photo.rows();
        double alongX = Math.cos(angle);
        double alongY = Math.sin(angle);
        double x = photo.cols() * random.nextDouble(0.35, 0.65);
        double y = photo.rows() * random.nextDouble(0.35, 0.65);
        var half = new MatOfPoint();
        half.fromList(
                List.of(
                        new Point(x - far * alongX, y - far * alongY),
                        new Point(x + far * alongX, y + far * alongY),
                        new Point(x + far * (alongX - alongY), y + far * (alongY + alongX)),
                        new Point(x - far * (alongX + alongY), y - far * (alongY - alongX))));
        var mask = new Mat(photo.size(), CvType.CV_8UC1, new Scalar(FULL));
        Imgproc.fillPoly(mask, List.of(half), new Scalar(factor * FULL), Imgproc.LINE_AA);
        double step = Math.max(1, softPx / 4);
        var small = new Mat();
        Imgproc.resize(mask, small, new Size(), 1 / step, 1 / step, Imgproc.INTER_AREA);
        Imgproc.GaussianBlur(small, small, new Size(0, 0), softPx / step);
        Imgproc.resize(small, mask, mask.size(), 0, 0, Imgproc.INTER_LINEAR);
        Core.multiply(light, mask, light, 1 / FULL);
        List.of(half, mask, small).forEach(Mat::release);
    }

    private void glare() {
        var shine = new Mat(photo.size(), CvType.CV_8UC1, new Scalar(0));
        double radius = photo.cols() * 0.13;
        var middle =
                new Point(
                        photo.cols() * random.nextDouble(0.3, 0.7),
                        photo.rows() * random.nextDouble(0.3, 0.7));
        Imgproc.circle(shine, middle, (int) radius, new Scalar(255), Imgproc.FILLED);
        var small = new Mat();
        Imgproc.resize(shine, small, new Size(), 0.1, 0.1, Imgproc.INTER_AREA);
        Imgproc.GaussianBlur(small, small, new Size(0, 0), radius / 30);
        Imgproc.resize(small, shine, shine.size(), 0, 0, Imgproc.INTER_LINEAR);
        Core.add(photo, shine, photo);
        List.of(shine, small).forEach(Mat::release);
    }

    /** Lens, sensor, codec; takes the scene over and releases it. */
    static byte[] develop(Mat photo, Rung rung, int quality, Random random) {
        int longer = Math.max(photo.cols(), photo.rows());
        blur(photo, 0.5 * longer / 2016.0);
        switch (rung) {
            case BLUR_1500 -> blur(photo, longer / 1500.0);
            case BLUR_700 -> blur(photo, longer / 700.0);
            case BLUR_400 -> blur(photo, longer / 400.0);
            case LONGER_SIDE_1000 -> shrink(photo, 1000.0 / longer);
            case LONGER_SIDE_700 -> shrink(photo, 700.0 / longer);
            default -> {}
        }
        noise(photo, rung == Rung.NOISE_20 ? 20 : 2.5, random);
        var file = new MatOfByte();
        var parameters =
                new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, rung == Rung.JPEG_15 ? 15 : quality);
        Imgcodecs.imencode(".jpg", photo, file, parameters);
        var bytes = file.toArray();
        List.of(file, parameters, photo).forEach(Mat::release);
        return bytes;
    }

    private static void blur(Mat photo, double sigmaPx) {
        Imgproc.GaussianBlur(photo, photo, new Size(0, 0), sigmaPx);
    }

    private static void shrink(Mat photo, double scale) {
        Imgproc.resize(photo, photo, new Size(), scale, scale, Imgproc.INTER_AREA);
    }

    private static void noise(Mat photo, double deviation, Random random) {
        var noise = new Mat(photo.size(), CvType.CV_16SC1);
        Core.setRNGSeed(random.nextInt());
        Core.randn(noise, 0, deviation);
        Core.add(photo, noise, photo, new Mat(), CvType.CV_8UC1);
        noise.release();
    }

    @Override
    public void close() {
        light.release();
    }
}
