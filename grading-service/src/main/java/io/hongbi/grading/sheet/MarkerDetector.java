package io.hongbi.grading.sheet;

import io.hongbi.grading.photo.Raster;
import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.objdetect.ArucoDetector;
import org.opencv.objdetect.DetectorParameters;
import org.opencv.objdetect.Objdetect;

/**
 * Finds ArUco markers of the dictionary DICT_4X4_50, and all that this room knows of OpenCV. One
 * thread only; it keeps its buffers.
 */
final class MarkerDetector implements AutoCloseable {

    static {
        Raster.prepare();
    }

    private final Mat pixels = new Mat();
    private final ArucoDetector detector;

    /**
     * @param windowPx side of the window of the adaptive threshold: about half a marker's side is
     *     too much where a shadow falls, a module too little
     * @param windows how many windows are tried, each 8 pixels larger
     * @param leastSide of the image's longer side: smaller squares are not looked at
     * @param greatestSide of the image's longer side, likewise
     */
    MarkerDetector(int windowPx, int windows, double leastSide, double greatestSide) {
        var parameters = new DetectorParameters();
        parameters.set_adaptiveThreshWinSizeMin(windowPx);
        parameters.set_adaptiveThreshWinSizeMax(windowPx + 8 * (windows - 1));
        parameters.set_adaptiveThreshWinSizeStep(8);
        parameters.set_adaptiveThreshConstant(5);
        parameters.set_minMarkerPerimeterRate(4 * leastSide);
        parameters.set_maxMarkerPerimeterRate(4 * greatestSide);
        parameters.set_polygonalApproxAccuracyRate(0.06);
        parameters.set_minOtsuStdDev(3);
        this.detector =
                new ArucoDetector(
                        Objdetect.getPredefinedDictionary(Objdetect.DICT_4X4_50), parameters);
    }

    /** The markers of ids 0 to 3, wherever they are and however often. */
    List<Marker> detect(Raster image) {
        pixels.create(image.height(), image.width(), CvType.CV_8UC1);
        pixels.put(0, 0, image.values());
        var corners = new ArrayList<Mat>();
        var ids = new Mat();
        detector.detectMarkers(pixels, corners, ids);
        var markers = new ArrayList<Marker>();
        for (int i = 0; i < corners.size(); i++) {
            int id = (int) ids.get(i, 0)[0];
            if (id < 4) {
                markers.add(new Marker(id, corners(corners.get(i))));
            }
        }
        corners.forEach(Mat::release);
        ids.release();
        return markers;
    }

    /** OpenCV's pixels have their middle at whole numbers. */
    private static List<Place> corners(Mat found) {
        var values = new float[8];
        found.get(0, 0, values);
        var corners = new ArrayList<Place>();
        for (int i = 0; i < 8; i += 2) {
            corners.add(new Place(values[i] + 0.5, values[i + 1] + 0.5));
        }
        return corners;
    }

    @Override
    public void close() {
        pixels.release();
    }
}
