package io.hongbi.grading.simulation;

import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.Paper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Takes a corner of a sheet out of sight. */
final class CornerCover {

    /** Along both edges, so that a marker 18 mm deep is gone. */
    private static final double TORN_MM = 42;

    private final Mat photo;
    private final Viewpoint.Projection projection;
    private final Random random;

    CornerCover(Mat photo, Viewpoint.Projection projection, Random random) {
        this.photo = photo;
        this.projection = projection;
        this.random = random;
    }

    /** A thumb lies on that place. */
    void thumb(Box box) {
        var middle =
                projection.toPhoto(box.xMm() + box.widthMm() / 2, box.yMm() + box.heightMm() / 2);
        double size = photo.rows() / 22.0;
        Imgproc.ellipse(
                photo,
                middle,
                new Size(size, size * 1.3),
                30,
                0,
                360,
                new Scalar(150),
                Imgproc.FILLED,
                Imgproc.LINE_AA);
    }

    /**
     * The desk shows where the paper is torn off.
     *
     * @param corner 0 to 3, clockwise from the top left
     */
    void tear(int corner, Paper paper, int desk) {
        boolean left = corner == 0 || corner == 3;
        boolean upper = corner < 2;
        double x = left ? 0 : paper.widthMm();
        double y = upper ? 0 : paper.heightMm();
        double inX = left ? TORN_MM : -TORN_MM;
        double inY = upper ? TORN_MM : -TORN_MM;
        var edge = new ArrayList<Point>();
        edge.add(projection.toPhoto(x - inX / 4, y - inY / 4));
        edge.add(projection.toPhoto(x + inX, y - inY / 4));
        for (double along = 0; along <= 1; along += 0.1) {
            double ragged = random.nextGaussian() * 0.02;
            edge.add(
                    projection.toPhoto(x + inX * (1 - along + ragged), y + inY * (along + ragged)));
        }
        edge.add(projection.toPhoto(x - inX / 4, y + inY));
        var torn = new MatOfPoint();
        torn.fromList(edge);
        Imgproc.fillPoly(photo, List.of(torn), new Scalar(desk), Imgproc.LINE_AA);
        torn.release();
    }
}
