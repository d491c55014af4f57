package io.hongbi.grading.sheet;

import java.util.List;

/**
 * Takes millimetres of the paper to pixels of the photo: x' = (a x + b y + c) / (g x + h y + 1), y'
 * = (d x + e y + f) / (g x + h y + 1). Pixel (0, 0) reaches from 0 to 1.
 */
record Homography(double a, double b, double c, double d, double e, double f, double g, double h) {

    private static final int UNKNOWNS = 8;

    /** A point of the paper and where it is in the photo. */
    record Match(Place paper, Place photo) {}

    /**
     * The homography of least algebraic error (Hartley and Zisserman 2004, section 4.1, with both
     * sides normalised); not finite where the points do not determine one.
     *
     * @param matches at least four, no three on a line
     */
    static Homography fit(List<Match> matches) {
        var paper = Frame.of(matches.stream().map(Match::paper).toList());
        var photo = Frame.of(matches.stream().map(Match::photo).toList());
        var normal = new double[UNKNOWNS][UNKNOWNS + 1];
        for (var match : matches) {
            var from = paper.enter(match.paper());
            var to = photo.enter(match.photo());
            add(normal, row(from, to.x(), true));
            add(normal, row(from, to.y(), false));
        }
        return compose(LinearSystem.solve(normal), paper, photo);
    }

    private static double[] row(Place from, double to, boolean horizontal) {
        double x = from.x();
        double y = from.y();
        return horizontal
                ? new double[] {x, y, 1, 0, 0, 0, -x * to, -y * to, to}
                : new double[] {0, 0, 0, x, y, 1, -x * to, -y * to, to};
    }

    private static void add(double[][] normal, double[] row) {
        for (int i = 0; i < UNKNOWNS; i++) {
            for (int j = 0; j <= UNKNOWNS; j++) {
                normal[i][j] += row[i] * row[j];
            }
        }
    }

    /** Undoes the normalisation of both sides. */
    private static Homography compose(double[] n, Frame paper, Frame photo) {
        double s = 1 / photo.size();
        var m = new double[3][3];
        for (int i = 0; i < 3; i++) {
            double last = i < 2 ? n[6 + i] : 1;
            m[0][i] = n[i] * s + photo.middle().x() * last;
            m[1][i] = n[3 + i] * s + photo.middle().y() * last;
            m[2][i] = last;
        }
        for (var row : m) {
            row[0] *= paper.size();
            row[1] *= paper.size();
            row[2] -= row[0] * paper.middle().x() + row[1] * paper.middle().y();
        }
        double w = m[2][2];
        return new Homography(
                m[0][0] / w,
                m[0][1] / w,
                m[0][2] / w,
                m[1][0] / w,
                m[1][1] / w,
                m[1][2] / w,
                m[2][0] / w,
                m[2][1] / w);
    }

    /** Where a point of the paper is in the photo. */
    Place toPhoto(Place paper) {
        double w = g * paper.x() + h * paper.y() + 1;
        return new Place(
                (a * paper.x() + b * paper.y() + c) / w, (d * paper.x() + e * paper.y() + f) / w);
    }

    /** Whether the point lies before the camera. */
    boolean sees(Place paper) {
        return g * paper.x() + h * paper.y() + 1 > 0.05;
    }

    /** The photo around a point of the paper as an affine map. */
    Local around(Place paper) {
        double w = g * paper.x() + h * paper.y() + 1;
        var at = toPhoto(paper);
        return new Local(
                at,
                (a - g * at.x()) / w,
                (b - h * at.x()) / w,
                (d - g * at.y()) / w,
                (e - h * at.y()) / w);
    }

    /**
     * Around a point the photo is a linear map of the paper.
     *
     * @param xx pixels to the right per millimetre to the right, xy per millimetre down
     * @param yx pixels down per millimetre to the right, yy per millimetre down
     */
    record Local(Place at, double xx, double xy, double yx, double yy) {

        double x(double dxMm, double dyMm) {
            return at.x() + xx * dxMm + xy * dyMm;
        }

        double y(double dxMm, double dyMm) {
            return at.y() + yx * dxMm + yy * dyMm;
        }

        /** Square pixels to a square millimetre; negative where the photo is mirrored. */
        double area() {
            return xx * yy - xy * yx;
        }

        /** Millimetres that so many pixels are, roughly. */
        double toMm(double px) {
            return px / Math.sqrt(Math.abs(area()));
        }
    }

    /** Points moved and scaled to lie around the origin. */
    private record Frame(Place middle, double size) {

        static Frame of(List<Place> places) {
            double x = places.stream().mapToDouble(Place::x).average().orElse(0);
            double y = places.stream().mapToDouble(Place::y).average().orElse(0);
            var middle = new Place(x, y);
            double distance = places.stream().mapToDouble(middle::distance).average().orElse(1);
            return new Frame(middle, Math.sqrt(2) / Math.max(distance, 1e-9));
        }

        Place enter(Place place) {
            return new Place((place.x() - middle.x()) * size, (place.y() - middle.y()) * size);
        }
    }
}
