package io.hongbi.grading.sheet;

import io.hongbi.common.layout.Fiducial;
import io.hongbi.common.layout.SheetPage;
import io.hongbi.grading.photo.Raster;
import java.util.List;

/**
 * Looks for the fourth marker where the other three say it must be, on a piece of the photo that is
 * small enough to be looked at closely. One thread only; it keeps its buffer.
 */
final class MissingMarker implements AutoCloseable {

    /** Of the marker's size: three markers say where the fourth is to less than half of it. */
    private static final double REACH = 1.5;

    private final MarkerDetector close = new MarkerDetector(9, 3, 0.12, 0.6);
    private final Raster piece = new Raster();

    /** The marker, in pixels of the photo; empty where none is missing, or it is covered. */
    List<Marker> find(Constellation found, Raster photo, Raster copy, SheetPage page) {
        double factor = Math.round((double) photo.width() / copy.width());
        return page.fiducials().stream()
                .filter(fiducial ->
                        found.markers().stream().noneMatch(m -> m.id() == fiducial.id()))
                .flatMap(fiducial -> near(fiducial, found.toPhoto(), copy, factor).stream())
                .toList();
    }

    private List<Marker> near(Fiducial fiducial, Homography toPhoto, Raster copy, double factor) {
        var around = toPhoto.around(FrameGroup.middle(fiducial.box()));
        double sidePx = fiducial.sizeMm() * Math.sqrt(Math.abs(around.area())) / factor;
        double reach = (REACH + 0.5) * sidePx;
        int left = within(around.at().x() / factor - reach, copy.width());
        int top = within(around.at().y() / factor - reach, copy.height());
        int width = within(around.at().x() / factor + reach, copy.width()) - left;
        int height = within(around.at().y() / factor + reach, copy.height()) - top;
        if (width < sidePx || height < sidePx) {
            return List.of();
        }
        copy.cut(left, top, width, height, piece);
        return close.detect(piece).stream()
                .filter(marker -> marker.id() == fiducial.id())
                .map(marker -> marker.moved(left, top).scaled(factor))
                .toList();
    }

    private static int within(double value, int size) {
        return (int) Math.max(0, Math.min(size, value));
    }

    @Override
    public void close() {
        close.close();
        piece.close();
    }
}
