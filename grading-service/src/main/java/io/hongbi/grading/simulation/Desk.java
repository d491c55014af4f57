package io.hongbi.grading.simulation;

import io.hongbi.common.layout.Paper;
import java.util.List;
import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/**
 * A desk as the camera sees it, on which sheets are laid one over the other.
 *
 * @param photo what is seen; not owned
 */
record Desk(Mat photo, Viewpoint view) {

    private static final int GRID_PX = 8;

    static Mat bare(int width, int height, int grey, Random random) {
        var desk = new Mat(height, width, CvType.CV_8UC1, new Scalar(grey));
        for (int i = 0; i < 120; i++) {
            double y = random.nextDouble(height);
            double x = random.nextDouble(-0.3, 0.9) * width;
            Imgproc.line(
                    desk,
                    new Point(x, y),
                    new Point(x + width * 0.4, y + random.nextDouble(-9, 9)),
                    new Scalar(grey + random.nextInt(-14, 15)),
                    random.nextInt(1, 6),
                    Imgproc.LINE_AA);
        }
        return desk;
    }

    /**
     * Lays a sheet into the middle.
     *
     * @param moved to the right, in widths of the photo
     * @return how its points are seen
     */
    Viewpoint.Projection lay(PageImage sheet, Paper paper, double moved) {
        var projection = view.onto(photo.cols(), photo.rows(), paper).moved(moved * photo.cols());
        lay(sheet, photo, projection);
        return projection;
    }

    /** Takes parts of a sheet out of sight. */
    CornerCover cover(Viewpoint.Projection projection, Random random) {
        return new CornerCover(photo, projection, random);
    }

    /** Lays two sheets beside each other, each into its half. */
    void sideBySide(PageImage left, PageImage right, Paper paper) {
        int half = photo.cols() / 2;
        var projection = view.onto(half, photo.rows(), paper);
        var leftHalf = photo.submat(0, photo.rows(), 0, half);
        lay(left, leftHalf, projection);
        var rightHalf = photo.submat(0, photo.rows(), half, 2 * half);
        lay(right, rightHalf, projection);
        List.of(leftHalf, rightHalf).forEach(Mat::release);
    }

    /**
     * Each pixel of the photo looks up its place on the paper, on a grid and between its points.
     */
    private static void lay(PageImage sheet, Mat photo, Viewpoint.Projection projection) {
        int columns = photo.cols() / GRID_PX + 2;
        int rows = photo.rows() / GRID_PX + 2;
        var x = new float[rows * columns];
        var y = new float[rows * columns];
        for (int i = 0; i < x.length; i++) {
            int row = i / columns;
            int column = i % columns;
            var at = projection.toPaper((column + 0.5) * GRID_PX, (row + 0.5) * GRID_PX);
            x[i] = (float) (at.x * sheet.pixelsPerMm() - 0.5);
            y[i] = (float) (at.y * sheet.pixelsPerMm() - 0.5);
        }
        var mapX = map(x, rows, columns, photo);
        var mapY = map(y, rows, columns, photo);
        Imgproc.remap(
                sheet.pixels(),
                photo,
                mapX,
                mapY,
                Imgproc.INTER_LINEAR,
                Core.BORDER_TRANSPARENT,
                new Scalar(0));
        List.of(mapX, mapY).forEach(Mat::release);
    }

    private static Mat map(float[] values, int rows, int columns, Mat photo) {
        var grid = new Mat(rows, columns, CvType.CV_32FC1);
        grid.put(0, 0, values);
        var whole = new Mat();
        Imgproc.resize(
                grid,
                whole,
                new Size(columns * (double) GRID_PX, rows * (double) GRID_PX),
                0,
                0,
                Imgproc.INTER_LINEAR);
        var part = whole.submat(0, photo.rows(), 0, photo.cols()).clone();
        List.of(grid, whole).forEach(Mat::release);
        return part;
    }
}
