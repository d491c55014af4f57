package io.hongbi.submission.worksheet.typeset;

import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.Fiducial;
import io.hongbi.common.layout.Paper;
import io.hongbi.common.layout.QrPlace;
import java.util.List;

/**
 * What every page has at the same place: fiducials 8 mm from the edges (printers leave up to 6 mm
 * white), the QR code left of the upper right one, and between them the room for everything else.
 */
record Geometry(Paper paper) {

    /** Lines that the reader looks for. */
    static final double FRAME_MM = 0.4;

    /** Lines to write on. */
    static final double RULE_MM = 0.35;

    static final double BUBBLE_MM = 5;
    static final double BOX_WIDTH_MM = 8;
    static final double BOX_HEIGHT_MM = 10;

    private static final double EDGE_MM = 8;
    private static final double FIDUCIAL_MM = 10;
    private static final double QR_MM = 14;

    /** Half a millimetre more than the quiet zone of a fiducial: one of its six modules. */
    private static final double CLEAR_MM = 2.2;

    List<Fiducial> fiducials() {
        double right = round(paper.widthMm() - EDGE_MM - FIDUCIAL_MM);
        double lower = round(paper.heightMm() - EDGE_MM - FIDUCIAL_MM);
        return List.of(
                new Fiducial(0, EDGE_MM, EDGE_MM, FIDUCIAL_MM),
                new Fiducial(1, right, EDGE_MM, FIDUCIAL_MM),
                new Fiducial(2, right, lower, FIDUCIAL_MM),
                new Fiducial(3, EDGE_MM, lower, FIDUCIAL_MM));
    }

    QrPlace qr() {
        return new QrPlace(
                round(paper.widthMm() - EDGE_MM - FIDUCIAL_MM - 5 - QR_MM), EDGE_MM, QR_MM);
    }

    double left() {
        return EDGE_MM + FIDUCIAL_MM + CLEAR_MM;
    }

    double right() {
        return paper.widthMm() - left();
    }

    double width() {
        return right() - left();
    }

    /** Where the header has to end on the right: before the quiet zone of the QR code. */
    double headerRight() {
        return qr().xMm() - 4;
    }

    /** Below the QR code and its quiet zone. */
    double top() {
        return EDGE_MM + QR_MM + 3;
    }

    /** Above the lower fiducials. */
    double bottom() {
        return paper.heightMm() - EDGE_MM - FIDUCIAL_MM - CLEAR_MM - 1;
    }

    /** Baseline of the page number, between the lower fiducials. */
    double footer() {
        return paper.heightMm() - EDGE_MM - 3.5;
    }

    /** Places are given in hundredths of a millimetre; no printer does better. */
    static double round(double mm) {
        return Math.round(mm * 100) / 100.0;
    }

    static Box box(double xMm, double yMm, double widthMm, double heightMm) {
        return new Box(round(xMm), round(yMm), round(widthMm), round(heightMm));
    }
}
