package io.hongbi.grading.arithmetic;

import io.hongbi.grading.photo.Raster;
import java.util.List;

/** How a photo is turned so that the page in it stands upright. */
enum Turn {
    NONE(1),
    CLOCKWISE(6),
    HALF(3),
    COUNTERCLOCKWISE(8);

    private final int orientation;

    /**
     * @param orientation EXIF orientation of a file that is to be turned so
     */
    Turn(int orientation) {
        this.orientation = orientation;
    }

    void turn(Raster photo, Raster into) {
        photo.upright(orientation, into);
    }

    /** Whether what is wide is high then. */
    boolean swapsSides() {
        return this == CLOCKWISE || this == COUNTERCLOCKWISE;
    }

    /**
     * Where points of the turned photo lie in the photo itself.
     *
     * @param width of the photo itself, px
     * @param height of the photo itself, px
     */
    List<double[]> back(List<double[]> points, int width, int height) {
        return points.stream().map(point -> back(point[0], point[1], width, height)).toList();
    }

    private double[] back(double x, double y, int width, int height) {
        return switch (this) {
            case NONE -> new double[] {x, y};
            case CLOCKWISE -> new double[] {y, height - x};
            case HALF -> new double[] {width - x, height - y};
            case COUNTERCLOCKWISE -> new double[] {width - y, x};
        };
    }
}
