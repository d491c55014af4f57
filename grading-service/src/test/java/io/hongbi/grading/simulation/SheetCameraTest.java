package io.hongbi.grading.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.grading.photo.Raster;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SheetCameraTest {

    private static final int SIZE = 800;

    @ParameterizedTest
    @EnumSource
    void takesTheSamePhotoForTheSameSeedAndAnotherForAnother(Rung rung) {
        var photo = photo(rung, 3);

        assertThat(photo(rung, 3)).isEqualTo(photo);
        assertThat(photo(rung, 4)).isNotEqualTo(photo);
    }

    @ParameterizedTest
    @EnumSource(names = {"ROTATED_90", "ROTATED_270", "TWO_SHEETS", "BOOK"})
    void holdsThePhoneAsWhatLiesThereAsksFor(Rung rung) {
        try (var lying = new Raster();
                var upright = new Raster()) {
            lying.decode(photo(rung, 1), 1);
            upright.decode(photo(Rung.PLAIN, 1), 1);

            assertThat(lying.width()).isEqualTo(SIZE);
            assertThat(lying.height()).isEqualTo(SIZE * 3 / 4);
            assertThat(upright.height()).isEqualTo(SIZE);
        }
    }

    private static byte[] photo(Rung rung, long seed) {
        var layout = SampleSheet.mixed();
        var page = layout.pages().getFirst();
        try (var image = PrintedSheet.draw(layout, page, 4, null)) {
            return new SheetCamera(SIZE)
                    .photograph(image, page, layout.paper(), rung, new Random(seed));
        }
    }
}
