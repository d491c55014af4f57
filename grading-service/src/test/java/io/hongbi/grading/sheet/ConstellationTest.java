package io.hongbi.grading.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.layout.SheetPage;
import io.hongbi.grading.simulation.SampleSheet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConstellationTest {

    private static final SheetPage PAGE = SampleSheet.mixed().pages().getFirst();

    /** 6 pixels a millimetre, turned a little and seen at a slant. */
    private static final Homography VIEW = new Homography(6, 0.3, 90, -0.3, 6, 120, 0.0002, 0.0001);

    @Test
    void takesFourMarkersThatLieAsPrinted() {
        var found = Constellation.best(seen(0, 1, 2, 3), PAGE).orElseThrow();

        assertThat(found.markers()).hasSize(4);
        assertThat(found.residualMm()).isLessThan(0.01);
    }

    @Test
    void makesDoWithThree() {
        assertThat(Constellation.best(seen(0, 2, 3), PAGE)).isPresent();
        assertThat(Constellation.best(seen(0, 3), PAGE)).isEmpty();
    }

    @Test
    void leavesAFalseMarkerOnTheDeskOut() {
        var markers = new ArrayList<>(seen(0, 1, 2, 3));
        markers.add(0, marker(1, new Place(260, 150), 14));

        var found = Constellation.best(markers, PAGE).orElseThrow();

        assertThat(found.markers()).hasSize(4).doesNotContain(markers.getFirst());
        assertThat(Constellation.best(List.of(markers.get(0), markers.get(1)), PAGE)).isEmpty();
    }

    @Test
    void takesNoFalseMarkerInPlaceOfACoveredOne() {
        var markers = new ArrayList<>(seen(0, 2, 3));
        markers.add(marker(1, new Place(150, 60), 10));

        assertThat(Constellation.best(markers, PAGE).orElseThrow().markers()).hasSize(3);
    }

    @Test
    void countsTheMarkersOfAnotherSheetButNoSmallFalseOne() {
        var markers = new ArrayList<>(seen(0, 1, 2, 3));
        var found = Constellation.best(markers, PAGE).orElseThrow();
        markers.add(marker(2, new Place(230, 40), 4));
        assertThat(found.othersOfItsSize(markers)).isZero();

        markers.add(marker(0, new Place(230, 8), 10));
        markers.add(marker(3, new Place(230, 279), 10));

        assertThat(found.othersOfItsSize(markers)).isEqualTo(2);
    }

    @Test
    void refusesMarkersWithWrongIds() {
        var swapped = new ArrayList<Marker>();
        for (var marker : seen(0, 1, 2, 3)) {
            swapped.add(new Marker((marker.id() + 1) % 4, marker.corners()));
        }

        assertThat(Constellation.best(swapped, PAGE)).isEmpty();
    }

    private static List<Marker> seen(int... ids) {
        var markers = new ArrayList<Marker>();
        for (int id : ids) {
            var fiducial = PAGE.fiducials().get(id);
            markers.add(marker(id, new Place(fiducial.xMm(), fiducial.yMm()), fiducial.sizeMm()));
        }
        return markers;
    }

    private static Marker marker(int id, Place corner, double sizeMm) {
        return new Marker(
                id,
                List.of(
                        VIEW.toPhoto(corner),
                        VIEW.toPhoto(corner.plus(sizeMm, 0)),
                        VIEW.toPhoto(corner.plus(sizeMm, sizeMm)),
                        VIEW.toPhoto(corner.plus(0, sizeMm))));
    }
}
