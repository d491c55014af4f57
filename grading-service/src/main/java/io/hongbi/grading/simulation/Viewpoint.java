package io.hongbi.grading.simulation;

import io.hongbi.common.layout.Paper;
import org.opencv.core.Point;

/**
 * Where a camera stands that photographs a sheet from a forearm's distance, and how the sheet
 * bends: a pinhole, the sheet's middle on its axis.
 *
 * @param turn in the plane of the paper, degrees
 * @param lean of the camera out of the upright, degrees
 * @param leanTowards direction in which it leans, degrees
 * @param bendMm how high the sheet's middle line rises above its edges
 */
record Viewpoint(double turn, double lean, double leanTowards, double bendMm) {

    private static final double DISTANCE_MM = 430;
    private static final double FILLED = 0.94;

    /** The view with everything of the sheet in a photo of that size. */
    Projection onto(int width, int height, Paper paper) {
        var bare = new Projection(rotation(), 1, 0, 0, bendMm, paper);
        double left = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int i = 0; i <= 8; i++) {
            for (int j = 0; j <= 8; j++) {
                var at = bare.toPhoto(paper.widthMm() * i / 8, paper.heightMm() * j / 8);
                left = Math.min(left, at.x);
                right = Math.max(right, at.x);
                top = Math.min(top, at.y);
                bottom = Math.max(bottom, at.y);
            }
        }
        double focus = FILLED * Math.min(width / (right - left), height / (bottom - top));
        return new Projection(
                rotation(),
                focus,
                width / 2.0 - focus * (left + right) / 2,
                height / 2.0 - focus * (top + bottom) / 2,
                bendMm,
                paper);
    }

    /** Rows of the rotation from the paper to the camera: leaning, then turned. */
    private double[][] rotation() {
        double a = Math.toRadians(lean);
        double b = Math.toRadians(leanTowards);
        double x = Math.cos(b);
        double y = Math.sin(b);
        double cos = Math.cos(a);
        double sin = Math.sin(a);
        double[][] leaning = {
            {cos + x * x * (1 - cos), x * y * (1 - cos), y * sin},
            {x * y * (1 - cos), cos + y * y * (1 - cos), -x * sin},
            {-y * sin, x * sin, cos}
        };
        double c = Math.cos(Math.toRadians(turn));
        double s = Math.sin(Math.toRadians(turn));
        var turned = new double[3][3];
        for (int i = 0; i < 3; i++) {
            turned[0][i] = c * leaning[0][i] - s * leaning[1][i];
            turned[1][i] = s * leaning[0][i] + c * leaning[1][i];
            turned[2][i] = leaning[2][i];
        }
        return turned;
    }

    /** Takes the paper to the photo and back. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Projection(
            double[][] r, double focus, double x0, double y0, double bendMm, Paper paper) {

        /** The same so many pixels further to the right. */
        Projection moved(double byPx) {
            return new Projection(r, focus, x0 + byPx, y0, bendMm, paper);
        }

        Point toPhoto(double xMm, double yMm) {
            double x = xMm - paper.widthMm() / 2;
            double y = yMm - paper.heightMm() / 2;
            double z = -rise(xMm); // towards the camera
            double depth = r[2][0] * x + r[2][1] * y + r[2][2] * z + DISTANCE_MM;
            return new Point(
                    x0 + focus * (r[0][0] * x + r[0][1] * y + r[0][2] * z) / depth,
                    y0 + focus * (r[1][0] * x + r[1][1] * y + r[1][2] * z) / depth);
        }

        /** What of the paper is seen at a pixel: where the ray meets it, found by iteration. */
        Point toPaper(double u, double v) {
            double a = (u - x0) / focus;
            double b = (v - y0) / focus;
            var ray = new double[3];
            var eye = new double[3];
            for (int i = 0; i < 3; i++) {
                ray[i] = r[0][i] * a + r[1][i] * b + r[2][i];
                eye[i] = -r[2][i] * DISTANCE_MM;
            }
            double x = paper.widthMm() / 2;
            double y = 0;
            for (int i = 0; i < 6; i++) {
                double t = (-rise(x) - eye[2]) / ray[2];
                x = eye[0] + t * ray[0] + paper.widthMm() / 2;
                y = eye[1] + t * ray[1] + paper.heightMm() / 2;
            }
            return new Point(x, y);
        }

        private double rise(double xMm) {
            double inside = Math.clamp(xMm / paper.widthMm(), 0, 1);
            return bendMm * Math.sin(Math.PI * inside);
        }
    }
}
