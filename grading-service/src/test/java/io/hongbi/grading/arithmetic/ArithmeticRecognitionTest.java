package io.hongbi.grading.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.layout.Paper;
import io.hongbi.grading.photo.Ink;
import io.hongbi.grading.photo.Raster;
import io.hongbi.grading.simulation.PageImage;
import io.hongbi.grading.simulation.Rung;
import io.hongbi.grading.simulation.SheetCamera;
import io.hongbi.grading.simulation.sums.OtherPages;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArithmeticRecognitionTest {

    @Test
    void findsNoSumInTextNorInTablesNorOnPaper() {
        try (var text = OtherPages.text();
                var table = OtherPages.table();
                var empty = OtherPages.empty()) {
            assertThat(found(text)).as("text").isEmpty();
            assertThat(found(table)).as("table").isEmpty();
            assertThat(found(empty)).as("empty").isEmpty();
        }
    }

    private static List<FoundExpression> found(PageImage page) {
        var photo =
                new SheetCamera(2016)
                        .photographPage(page, null, Paper.A4, Rung.PLAIN, new Random(3));
        try (var model = LineModel.load();
                var recognition = model.open();
                var grey = new Raster();
                var ink = new Ink()) {
            grey.decode(photo, 1);
            ink.find(grey);
            return recognition.read(grey, ink);
        }
    }
}
