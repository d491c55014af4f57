package io.hongbi.grading.sheet;

import io.hongbi.common.layout.SheetPage;
import io.hongbi.grading.photo.Raster;
import io.hongbi.grading.sheet.Registration.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays a photo on the paper: looks for the fiducials on a small copy in which little but them is
 * left, on larger ones where that does not do, for a fourth where three say it must be, and refines
 * their corners on the photo itself. One thread only; it keeps its buffers.
 */
final class SheetFinder implements AutoCloseable {

    private static final int MIRROR = 2; // EXIF orientation

    /** On the small copy print and writing are thinner than this, a marker's modules are not. */
    private static final int THICKER_THAN_PRINT_PX = 2;

    /** Of the longer side: on A4 that fills the photo a marker has 0.034. */
    private static final double SIDE_ON_A_LARGE_SHEET = 0.0175;

    /** On a desk or at the corner of another sheet; two more belong to one that is there. */
    private static final int MOST_FALSE_MARKERS = 1;

    private static final double LEAST_SIDE = 0.01;
    private static final double GREATEST_SIDE = 0.2;

    private final MarkerDetector quick =
            new MarkerDetector(7, 1, SIDE_ON_A_LARGE_SHEET, GREATEST_SIDE);
    private final MarkerDetector coarse = new MarkerDetector(7, 1, LEAST_SIDE, GREATEST_SIDE);
    private final MarkerDetector fine = new MarkerDetector(9, 3, LEAST_SIDE, GREATEST_SIDE);
    private final MissingMarker missing = new MissingMarker();
    private final Raster small = new Raster();
    private final Raster bold = new Raster();
    private final Raster mirrored = new Raster();
    private final MarkerRefinement refinement;
    private final InkField field;

    SheetFinder(InkField field) {
        this.field = field;
        this.refinement = new MarkerRefinement(field);
    }

    /**
     * @param photo whose field has been taken
     * @param copy the same at some 1000 pixels
     * @param page any of the layout: fiducials lie alike on all
     */
    Registration find(Raster photo, Raster copy, SheetPage page) {
        copy.shrinkBy(2, small);
        small.fillDark(THICKER_THAN_PRINT_PX, bold);
        var seen = new ArrayList<Marker>();
        var best = Optional.<Constellation>empty();
        for (var look :
                List.of(
                        new Look(quick, bold),
                        new Look(coarse, small),
                        new Look(coarse, copy),
                        new Look(fine, copy),
                        new Look(fine, photo))) {
            if (best.isEmpty()) {
                add(look.markers(photo), seen);
                best = Constellation.best(seen, page);
            }
        }
        if (best.isPresent() && !best.orElseThrow().without(seen).isEmpty()) {
            add(new Look(coarse, copy).markers(photo), seen); // whether there is another sheet
            best = Constellation.best(seen, page);
        }
        if (best.isPresent()) {
            add(missing.find(best.orElseThrow(), photo, copy, page), seen);
            best = Constellation.best(seen, page);
        }
        return best.map(found -> registered(found, seen, page))
                .orElseGet(() -> new Registration.Unregistered(cause(seen, page)));
    }

    /** One of the cascade's looks at the photo. */
    private record Look(MarkerDetector detector, Raster image) {

        List<Marker> markers(Raster photo) {
            double factor = Math.round((double) photo.width() / image.width());
            return detector.detect(image).stream().map(marker -> marker.scaled(factor)).toList();
        }
    }

    /** A marker seen again on a larger copy takes the place of the one seen before. */
    private static void add(List<Marker> more, List<Marker> seen) {
        for (var marker : more) {
            seen.removeIf(known ->
                    known.id() == marker.id()
                            && known.middle().distance(marker.middle()) < marker.sidePx() / 2);
            seen.add(marker);
        }
    }

    private Registration registered(Constellation found, List<Marker> seen, SheetPage page) {
        if (found.othersOfItsSize(seen) > MOST_FALSE_MARKERS) {
            return new Registration.Unregistered(Cause.SEVERAL_SHEETS);
        }
        var refined = found.markers().stream().map(refinement::refine).toList();
        var best = Constellation.of(refined, page).orElse(found);
        return new Registration.Registered(
                best.toPhoto(), best.markers().size(), black(best, page));
    }

    /** The black of the markers' borders over the white around them. */
    private double black(Constellation found, SheetPage page) {
        var shares = new ArrayList<Double>();
        for (var marker : found.markers()) {
            var fiducial = page.fiducials().get(marker.id());
            double module = fiducial.sizeMm() / 6;
            for (int i = 0; i < 4; i++) {
                double across = (i + 1) * fiducial.sizeMm() / 5;
                var inside = new Place(fiducial.xMm() + across, fiducial.yMm() + module / 2);
                var outside = inside.plus(0, -1.1 * module);
                var dark = found.toPhoto().toPhoto(inside);
                var light = found.toPhoto().toPhoto(outside);
                shares.add(
                        field.grey(dark.x(), dark.y())
                                / Math.max(1, field.grey(light.x(), light.y())));
            }
        }
        return shares.stream().sorted().toList().get(shares.size() / 2);
    }

    private Cause cause(List<Marker> seen, SheetPage page) {
        small.upright(MIRROR, mirrored);
        if (Constellation.best(coarse.detect(mirrored), page).isPresent()) {
            return Cause.MIRRORED;
        }
        return seen.isEmpty() ? Cause.NO_FIDUCIALS : Cause.TOO_FEW_FIDUCIALS;
    }

    @Override
    public void close() {
        quick.close();
        coarse.close();
        fine.close();
        missing.close();
        small.close();
        bold.close();
        mirrored.close();
    }
}
