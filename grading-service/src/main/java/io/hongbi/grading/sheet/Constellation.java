package io.hongbi.grading.sheet;

import io.hongbi.common.layout.Fiducial;
import io.hongbi.common.layout.SheetPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Three or four markers of different ids that lie to one another as a page's fiducials do.
 *
 * @param residualMm the greatest distance of a corner from where it should be
 */
record Constellation(List<Marker> markers, Homography toPhoto, double residualMm) {

    /** Curled paper and corners found to a pixel stay below, a false marker does not. */
    private static final double GREATEST_RESIDUAL_MM = 3;

    /** More markers of one id than this are not looked at: the largest are the likeliest. */
    private static final int CANDIDATES = 3;

    Constellation {
        markers = List.copyOf(markers);
    }

    /**
     * The best of all that the markers can form: of the most markers, then of the least residual.
     */
    static Optional<Constellation> best(List<Marker> found, SheetPage page) {
        var formed = new ArrayList<Constellation>();
        choose(found, page, 0, new ArrayList<>(), formed);
        return formed.stream()
                .min(
                        Comparator.comparingInt((Constellation c) -> -c.markers.size())
                                .thenComparingDouble(Constellation::residualMm));
    }

    private static void choose(
            List<Marker> found,
            SheetPage page,
            int id,
            List<Marker> chosen,
            List<Constellation> formed) {
        if (id == 4) {
            if (chosen.size() >= 3) {
                of(chosen, page).ifPresent(formed::add);
            }
            return;
        }
        found.stream()
                .filter(marker -> marker.id() == id)
                .sorted(Comparator.comparingDouble(marker -> -marker.sidePx()))
                .limit(CANDIDATES)
                .forEach(marker -> {
                    chosen.add(marker);
                    choose(found, page, id + 1, chosen, formed);
                    chosen.removeLast();
                });
        choose(found, page, id + 1, chosen, formed); // covered
    }

    /** Empty where the markers do not belong to one flat page seen from the front. */
    static Optional<Constellation> of(List<Marker> markers, SheetPage page) {
        var matches = new ArrayList<Homography.Match>();
        for (var marker : markers) {
            var corners = corners(page.fiducials().get(marker.id()));
            for (int i = 0; i < 4; i++) {
                matches.add(new Homography.Match(corners.get(i), marker.corners().get(i)));
            }
        }
        var toPhoto = Homography.fit(matches);
        double residual = 0;
        for (var match : matches) {
            var local = toPhoto.around(match.paper());
            double px = local.at().distance(match.photo());
            if (!(local.area() > 0) || !toPhoto.sees(match.paper())) {
                return Optional.empty();
            }
            residual = Math.max(residual, local.toMm(px));
        }
        return residual <= GREATEST_RESIDUAL_MM
                ? Optional.of(new Constellation(markers, toPhoto, residual))
                : Optional.empty();
    }

    /** Those of the markers that are not part of this. */
    List<Marker> without(List<Marker> found) {
        Set<Marker> mine = new HashSet<>(markers);
        return found.stream()
                .filter(marker -> !mine.contains(marker))
                .filter(marker ->
                        markers.stream()
                                .noneMatch(own ->
                                        own.middle().distance(marker.middle()) < own.sidePx()))
                .toList();
    }

    /** How many markers that are not part of this are about as large as those that are. */
    long othersOfItsSize(List<Marker> found) {
        double sidePx = markers.stream().mapToDouble(Marker::sidePx).average().orElseThrow();
        return without(found).stream()
                .mapToDouble(marker -> marker.sidePx() / sidePx)
                .filter(share -> share > 0.6 && share < 1.6)
                .count();
    }

    /** Clockwise from the top left. */
    static List<Place> corners(Fiducial fiducial) {
        var upperLeft = new Place(fiducial.xMm(), fiducial.yMm());
        double size = fiducial.sizeMm();
        return List.of(
                upperLeft,
                upperLeft.plus(size, 0),
                upperLeft.plus(size, size),
                upperLeft.plus(0, size));
    }
}
