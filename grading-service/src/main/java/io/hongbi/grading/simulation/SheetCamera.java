package io.hongbi.grading.simulation;

import io.hongbi.common.layout.Paper;
import io.hongbi.common.layout.SheetPage;
import java.util.List;
import java.util.Random;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Photographs sheets on a desk, well or in one of the bad ways of the ladder. */
public final class SheetCamera {

    private static final int GRID_PX = 8;
    private static final int JPEG_QUALITY = 88;

    /** Of a desktop screen with 1920 pixels on 53 cm. */
    private static final double SCREEN_PITCH_MM = 0.277;

    private final int longerSide;

    /**
     * @param longerSide pixels of the photo, upright 3:4
     */
    public SheetCamera(int longerSide) {
        this.longerSide = longerSide;
    }

    /** A grey JPEG; the same for the same page, rung and seed. */
    public byte[] photograph(
            PageImage sheet, SheetPage page, Paper paper, Rung rung, Random random) {
        var view = viewpoint(rung, random);
        int width = lying(rung) ? longerSide : longerSide * 3 / 4;
        int height = lying(rung) ? longerSide * 3 / 4 : longerSide;
        int desk = rung == Rung.LIGHT_DESK ? 222 : 96;
        var photo = desk(width, height, desk, random);
        try (var seen = seen(sheet, rung)) {
            switch (rung) {
                case TWO_SHEETS -> sideBySide(seen, seen, photo, view, paper);
                case BOOK -> {
                    try (var other = DensePage.print(paper, sheet.pixelsPerMm(), random)) {
                        sideBySide(seen, other, photo, view, paper);
                    }
                }
                default -> {
                    var projection = view.onto(width, height, paper);
                    lay(seen, photo, projection);
                    var cover = new CornerCover(photo, projection, random);
                    switch (rung) {
                        case THUMB -> cover.thumb(page.fiducials().get(random.nextInt(4)).box());
                        case TORN_CORNER -> cover.tear(random.nextInt(4), paper, desk);
                        default -> {}
                    }
                }
            }
        }
        try (var light = new PhotoLight(photo, random)) {
            light.fall(rung);
        }
        if (rung == Rung.MIRRORED) {
            Core.flip(photo, photo, 1);
        }
        return PhotoLight.develop(photo, rung, JPEG_QUALITY, random);
    }

    /** Whether the phone is held lying. */
    private static boolean lying(Rung rung) {
        return switch (rung) {
            case ROTATED_90, ROTATED_270, TWO_SHEETS, BOOK -> true;
            default -> false;
        };
    }

    /** What lies there of the sheet. */
    private static PageImage seen(PageImage sheet, Rung rung) {
        return switch (rung) {
            case PRINTED_94 -> sheet.scaled(0.94);
            case PRINTED_104 -> sheet.scaled(1.04);
            case SCREEN -> sheet.onScreen(SCREEN_PITCH_MM);
            default -> sheet.copy();
        };
    }

    private static void sideBySide(
            PageImage left, PageImage right, Mat photo, Viewpoint view, Paper paper) {
        int half = photo.cols() / 2;
        var projection = view.onto(half, photo.rows(), paper);
        var leftHalf = photo.submat(0, photo.rows(), 0, half);
        lay(left, leftHalf, projection);
        var rightHalf = photo.submat(0, photo.rows(), half, 2 * half);
        lay(right, rightHalf, projection);
        List.of(leftHalf, rightHalf).forEach(Mat::release);
    }

    private static Viewpoint viewpoint(Rung rung, Random random) {
        double turn = random.nextDouble(-2, 2);
        double lean = random.nextDouble(0, 5);
        double towards = random.nextDouble(360);
        double bend = random.nextDouble(0, 1.5);
        int sign = random.nextBoolean() ? 1 : -1;
        return switch (rung) {
            case ROTATED_90 -> new Viewpoint(90 + turn, lean, towards, bend);
            case ROTATED_180 -> new Viewpoint(180 + turn, lean, towards, bend);
            case ROTATED_270 -> new Viewpoint(270 + turn, lean, towards, bend);
            case TILTED_6 -> new Viewpoint(6 * sign, lean, towards, bend);
            case TILTED_12 -> new Viewpoint(12 * sign, lean, towards, bend);
            case TILTED_20 -> new Viewpoint(20 * sign, lean, towards, bend);
            case PERSPECTIVE_30 -> new Viewpoint(turn, 30, towards, bend);
            case CURL -> new Viewpoint(turn, lean, towards, 12);
            case BOOK -> new Viewpoint(turn, lean, towards, 8);
            case PLAIN,
                    HALF_SHADOW,
                    SOFT_SHADOW,
                    DARK,
                    BLUR_1500,
                    BLUR_700,
                    BLUR_400,
                    LONGER_SIDE_1000,
                    LONGER_SIDE_700,
                    JPEG_15,
                    NOISE_20,
                    LIGHT_DESK,
                    GLARE,
                    THUMB,
                    PENCIL_GREY,
                    PHOTOCOPY,
                    PRINTED_94,
                    PRINTED_104,
                    TORN_CORNER,
                    RED_INK,
                    SCREEN,
                    OUTSIDE_BOXES,
                    MIRRORED,
                    TWO_SHEETS ->
                    new Viewpoint(turn, lean, towards, bend);
        };
    }

    private static Mat desk(int width, int height, int grey, Random random) {
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
