package io.hongbi.grading.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PreviewTest {

    @Test
    void fitsInto1200By1600AndEnlargesNothing() {
        assertThat(previewed(1512, 2016)).containsExactly(1200, 1600);
        assertThat(previewed(2016, 1512)).containsExactly(1600, 1200);
        assertThat(previewed(3000, 1000)).containsExactly(1600, 533);
        assertThat(previewed(400, 300)).containsExactly(400, 300);
    }

    private static int[] previewed(int width, int height) {
        try (var photo = new Raster();
                var preview = new Preview();
                var decoded = new Raster()) {
            var grey = new byte[width * height];
            Arrays.fill(grey, (byte) 200);
            photo.fill(width, height, grey);
            assertThat(decoded.decode(preview.of(photo), 1)).isTrue();
            return new int[] {decoded.width(), decoded.height()};
        }
    }
}
