package io.hongbi.grading.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.grading.photo.Raster;
import io.hongbi.grading.simulation.PrintedSheet;
import io.hongbi.grading.simulation.Rung;
import io.hongbi.grading.simulation.SampleSheet;
import io.hongbi.grading.simulation.SheetCamera;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MissingMarkerTest {

    @Test
    void findsTheFourthMarkerWhereThreeSayItMustBe() {
        var layout = SampleSheet.mixed();
        var page = layout.pages().getFirst();
        try (var image = PrintedSheet.draw(layout, page, 8, null);
                var photo = new Raster();
                var copy = new Raster();
                var all = new MarkerDetector(9, 3, 0.01, 0.2);
                var missing = new MissingMarker()) {
            var camera = new SheetCamera(2016);
            var file =
                    camera.photograph(image, page, layout.paper(), Rung.TILTED_12, new Random(4));
            photo.decode(file, 1);
            photo.shrinkBy(2, copy);
            var four = all.detect(copy).stream().map(marker -> marker.scaled(2)).toList();
            var first = four.stream().filter(marker -> marker.id() == 0).findFirst().orElseThrow();
            var three =
                    Constellation.of(
                                    four.stream().filter(marker -> marker.id() != 0).toList(), page)
                            .orElseThrow();

            var found = missing.find(three, photo, copy, page);

            assertThat(found).hasSize(1);
            assertThat(found.getFirst().id()).isZero();
            assertThat(found.getFirst().middle().distance(first.middle())).isLessThan(2);
        }
    }
}
