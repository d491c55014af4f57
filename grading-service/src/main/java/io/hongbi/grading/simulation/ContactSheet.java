package io.hongbi.grading.simulation;

import io.hongbi.grading.photo.Raster;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfByte;
import org.opencv.core.MatOfInt;
import org.opencv.core.Point;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgcodecs.Imgcodecs;
import org.opencv.imgproc.Imgproc;

/** Small pictures with captions on one sheet, to look them over. The owner closes it. */
public final class ContactSheet implements AutoCloseable {

    private static final int COLUMNS = 4;
    private static final int WIDTH_PX = 240;
    private static final int PICTURE_PX = 64;
    private static final int CELL_PX = 88;
    private static final int JPEG_QUALITY = 50;

    static {
        Raster.prepare();
    }

    private final int most;
    private final Mat sheet;
    private int pictures;

    /**
     * @param most how many it takes
     */
    public ContactSheet(int most) {
        this.most = most;
        int rows = (most + COLUMNS - 1) / COLUMNS;
        this.sheet = new Mat(rows * CELL_PX, COLUMNS * WIDTH_PX, CvType.CV_8UC1, new Scalar(255));
    }

    /** Adds a picture; what comes when it is full is left out. */
    public void add(byte[] jpeg, String caption) {
        if (pictures == most) {
            return;
        }
        int x = pictures % COLUMNS * WIDTH_PX;
        int y = pictures / COLUMNS * CELL_PX;
        var file = new MatOfByte(jpeg);
        var picture = Imgcodecs.imdecode(file, Imgcodecs.IMREAD_GRAYSCALE);
        double scale =
                Math.min((double) PICTURE_PX / picture.rows(), (WIDTH_PX - 8.0) / picture.cols());
        Imgproc.resize(picture, picture, new Size(), scale, scale, Imgproc.INTER_AREA);
        var place = sheet.submat(new Rect(x, y, picture.cols(), picture.rows()));
        picture.copyTo(place);
        Imgproc.putText(
                sheet,
                caption,
                new Point(x, y + PICTURE_PX + 14.0),
                Imgproc.FONT_HERSHEY_SIMPLEX,
                0.38,
                new Scalar(0),
                1,
                Imgproc.LINE_AA);
        List.of(file, picture, place).forEach(Mat::release);
        pictures++;
    }

    /** A JPEG of the rows in use; empty where nothing was added. */
    public byte[] toJpeg() {
        if (pictures == 0) {
            return new byte[0];
        }
        int rows = (pictures + COLUMNS - 1) / COLUMNS;
        var used = sheet.submat(0, rows * CELL_PX, 0, sheet.cols());
        var file = new MatOfByte();
        var quality = new MatOfInt(Imgcodecs.IMWRITE_JPEG_QUALITY, JPEG_QUALITY);
        Imgcodecs.imencode(".jpg", used, file, quality);
        var bytes = file.toArray();
        List.of(used, file, quality).forEach(Mat::release);
        return bytes;
    }

    @Override
    public void close() {
        sheet.release();
    }
}
