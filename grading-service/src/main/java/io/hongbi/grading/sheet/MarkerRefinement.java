package io.hongbi.grading.sheet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the corners of a marker to a fraction of a pixel: along each side the step from white to
 * black is searched on lines across it, a line is fitted, and neighbouring lines meet at the
 * corner.
 */
final class MarkerRefinement {

    private static final int PROFILES = 9;

    /** Of the side: a module is a sixth of it. */
    private static final double REACH = 0.13;

    private static final int LEAST_STEP = 12;

    private final InkField field;

    MarkerRefinement(InkField field) {
        this.field = field;
    }

    Marker refine(Marker marker) {
        var sides = new ArrayList<@Nullable Line>();
        for (int i = 0; i < 4; i++) {
            sides.add(side(marker.corners().get(i), marker.corners().get((i + 1) % 4)));
        }
        var corners = new ArrayList<Place>();
        for (int i = 0; i < 4; i++) {
            var before = sides.get((i + 3) % 4);
            var after = sides.get(i);
            var old = marker.corners().get(i);
            var met = before == null || after == null ? null : before.meet(after);
            double most = REACH * 1.5 * marker.sidePx() + 1;
            corners.add(met != null && met.distance(old) < most ? met : old);
        }
        return new Marker(marker.id(), corners);
    }

    private @Nullable Line side(Place from, Place to) {
        double length = from.distance(to);
        double outX = (to.y() - from.y()) / length;
        double outY = -(to.x() - from.x()) / length;
        var edge = new ArrayList<Place>();
        for (int i = 0; i < PROFILES; i++) {
            double t = 0.14 + 0.72 * i / (PROFILES - 1);
            var middle =
                    new Place(
                            from.x() + t * (to.x() - from.x()), from.y() + t * (to.y() - from.y()));
            double step = step(middle, outX, outY, Math.max(2.5, REACH * length));
            if (Double.isFinite(step)) {
                edge.add(middle.plus(outX * step, outY * step));
            }
        }
        return Line.through(edge);
    }

    /** Where the paper begins, in pixels outwards; NaN where there is no clear step. */
    private double step(Place middle, double outX, double outY, double reach) {
        int samples = (int) Math.ceil(reach / 0.5) * 2 + 1;
        double pitch = 2 * reach / (samples - 1);
        double weight = 0;
        double sum = 0;
        double before = 0;
        for (int i = 0; i < samples; i++) {
            double at = -reach + i * pitch;
            double grey = field.grey(middle.x() + outX * at, middle.y() + outY * at);
            double rise = i == 0 ? 0 : grey - before;
            if (rise > 0) {
                weight += rise * rise;
                sum += rise * rise * (at - pitch / 2);
            }
            before = grey;
        }
        return weight < LEAST_STEP ? Double.NaN : sum / weight;
    }

    /** A line through points, in normal form: x cos + y sin = distance. */
    private record Line(double cos, double sin, double distance) {

        static @Nullable Line through(List<Place> points) {
            if (points.size() < 5) {
                return null;
            }
            var line = fit(points);
            var near =
                    points.stream()
                            .sorted((one, other) -> Double.compare(line.off(one), line.off(other)))
                            .limit((points.size() * 3L + 3) / 4)
                            .toList();
            return fit(near);
        }

        private static Line fit(List<Place> points) {
            double x = points.stream().mapToDouble(Place::x).average().orElseThrow();
            double y = points.stream().mapToDouble(Place::y).average().orElseThrow();
            double xx = 0;
            double xy = 0;
            double yy = 0;
            for (var point : points) {
                xx += (point.x() - x) * (point.x() - x);
                xy += (point.x() - x) * (point.y() - y);
                yy += (point.y() - y) * (point.y() - y);
            }
            double along = 0.5 * Math.atan2(2 * xy, xx - yy);
            double cos = -Math.sin(along);
            double sin = Math.cos(along);
            return new Line(cos, sin, x * cos + y * sin);
        }

        double off(Place point) {
            return Math.abs(point.x() * cos + point.y() * sin - distance);
        }

        @Nullable Place meet(Line other) {
            double turn = cos * other.sin - sin * other.cos;
            return Math.abs(turn) < 0.3
                    ? null
                    : new Place(
                            (distance * other.sin - other.distance * sin) / turn,
                            (other.distance * cos - distance * other.cos) / turn);
        }
    }
}
