package io.hongbi.grading.photo;

import io.hongbi.common.reading.Photo;
import io.hongbi.common.reading.Quality.Reason;
import java.util.ArrayList;

/**
 * Judges how good a photo is. Every limit leaves room on the side of the good photos: one that is
 * let through although it is poor costs a doubtful reading, one that is sent back without cause
 * costs a student's evening. One thread only; it keeps its buffers.
 */
public final class Inspection implements AutoCloseable {

    /** A page of 297 mm has less than 2.4 pixels a millimetre then: letters are 5 pixels high. */
    private static final int LEAST_LONGER_SIDE = 700;

    /**
     * Edges of the data folder's good photos are 0.5 to 1.0 thousandths of the longer side wide;
     * blurred by 2.5, all of them measure from 1.6 up.
     */
    private static final double WIDEST_EDGE = 1.45;

    private final Sharpness sharpness = new Sharpness();
    private final Glare glare = new Glare();

    /** Judges a photo by the ink found in it. */
    public Appearance inspect(Photo photo, Ink ink) {
        var appearance = inspectSheet(photo, ink);
        if (!CutOff.at(ink)) {
            return appearance;
        }
        var faults = new ArrayList<Reason>(appearance.faults());
        faults.add(Reason.CUT_OFF);
        return new Appearance(faults, appearance.sharpness(), appearance.light());
    }

    /** The same, but for whether the page is cut off: of a sheet its markers tell that. */
    public Appearance inspectSheet(Photo photo, Ink ink) {
        var faults = new ArrayList<Reason>();
        if (Math.max(photo.width(), photo.height()) < LEAST_LONGER_SIDE) {
            faults.add(Reason.TOO_SMALL);
        }
        var light = Light.of(ink);
        if (light.dark()) {
            faults.add(Reason.DARK);
        }
        double edgeWidth = sharpness.edgeWidth(ink);
        if (edgeWidth > WIDEST_EDGE) {
            faults.add(Reason.BLURRED);
        }
        if (glare.hides(ink, light)) {
            faults.add(Reason.GLARE);
        }
        return new Appearance(faults, sharp(edgeWidth), light.share());
    }

    private static double sharp(double edgeWidth) {
        return Double.isNaN(edgeWidth) ? 1 : 1 / (1 + Math.pow(edgeWidth / WIDEST_EDGE, 3));
    }

    @Override
    public void close() {
        sharpness.close();
        glare.close();
    }
}
