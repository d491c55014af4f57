package io.hongbi.grading.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hongbi.common.reading.Photo;
import io.hongbi.grading.simulation.SamplePhotos;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {

    private static final long SEED = 11;

    private final Decoder decoder = new Decoder();

    @AfterEach
    void close() {
        decoder.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void standsEveryOrientationUpright(int orientation) {
        var photos = new SamplePhotos(0.3);
        var upright = brightness(decoded(photos.goodPage(SEED).jpeg()).grey());

        var turned = decoded(photos.turned(orientation, SEED).jpeg());

        assertThat(turned.photo().orientation()).isEqualTo(orientation);
        assertThat(turned.photo().width()).isLessThan(turned.photo().height());
        assertThat(brightness(turned.grey())).hasSameSizeAs(upright);
        for (int i = 0; i < upright.length; i++) {
            assertThat((double) brightness(turned.grey())[i]).isCloseTo(upright[i], within(4.0));
        }
    }

    @Test
    void halvesLargePhotosAndTellsTheirFullSize() {
        var decoded = decoded(new SamplePhotos(12).blankPage(SEED).jpeg());

        assertThat(decoded.photo()).isEqualTo(new Photo(3000, 4000, 1));
        assertThat(decoded.grey().width()).isEqualTo(1500);
        assertThat(decoded.grey().height()).isEqualTo(2000);
    }

    @Test
    void takesABrokenOffJpegForUnreadable() {
        var whole = new SamplePhotos(1).goodPage(SEED).jpeg();

        for (double share : new double[] {0.9, 0.5, 0.05}) {
            var part = Arrays.copyOf(whole, (int) (whole.length * share));
            assertThat(decoder.decode(part)).isInstanceOf(Decoded.Unreadable.class);
        }
    }

    @Test
    void takesNoiseBehindAHeaderForUnreadable() {
        var file = new byte[20_000];
        System.arraycopy(new SamplePhotos(0.3).goodPage(SEED).jpeg(), 0, file, 0, 300);

        assertThat(decoder.decode(file)).isInstanceOf(Decoded.Unreadable.class);
        assertThat(decoder.decode(new byte[] {1, 2, 3})).isInstanceOf(Decoded.Unreadable.class);
    }

    private Decoded.Upright decoded(byte[] file) {
        assertThat(decoder.decode(file)).isInstanceOf(Decoded.Upright.class);
        return (Decoded.Upright) decoder.decode(file);
    }

    /** Mean brightness of each sixth of the photo, across and down: tells every turn apart. */
    private static int[] brightness(Raster photo) {
        try (var small = new Raster()) {
            photo.shrink(6, 6, small);
            var values = small.values();
            var grey = new int[values.length];
            Arrays.setAll(grey, i -> values[i] & 0xFF);
            return grey;
        }
    }
}
