package io.hongbi.grading.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.reading.PerceptualHash;
import io.hongbi.grading.simulation.SamplePhotos;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhotoHashTest {

    /** Bits by which submission-service takes two photos for one. */
    private static final int SAME = 10;

    private final SamplePhotos photos = new SamplePhotos(2);

    @Test
    void staysNearlyTheSameWhereAPhotoIsRecompressedResizedOrTurned() {
        var photo = photos.goodPage(1).jpeg();
        var first = hash(photo).orElseThrow();

        assertThat(distance(first, hash(recompressed(photo, 1, 50)).orElseThrow()))
                .isLessThanOrEqualTo(SAME);
        assertThat(distance(first, hash(recompressed(photo, 0.6, 70)).orElseThrow()))
                .isLessThanOrEqualTo(SAME);
        assertThat(distance(first, hash(photos.turned(6, 1).jpeg()).orElseThrow()))
                .isLessThanOrEqualTo(SAME);
        assertThat(hash(photo)).contains(first);
    }

    @Test
    void tellsPagesOnTheSameDeskApart() {
        var first = hash(photos.goodPage(1).jpeg()).orElseThrow();

        assertThat(distance(first, hash(photos.goodPage(2).jpeg()).orElseThrow()))
                .isGreaterThan(2 * SAME);
        assertThat(distance(first, hash(photos.halfPage(1).jpeg()).orElseThrow()))
                .isGreaterThan(SAME);
    }

    @Test
    void isNoneOfWhatIsUniform() {
        var grey = new byte[600 * 800];
        Arrays.fill(grey, (byte) 180);
        try (var uniform = new Raster()) {
            uniform.fill(600, 800, grey);
            assertThat(hash(uniform.toJpeg(90))).isEmpty();
        }
    }

    private static Optional<PerceptualHash> hash(byte[] file) {
        try (var decoder = new Decoder();
                var ink = new Ink();
                var hash = new PhotoHash()) {
            var upright = (Decoded.Upright) decoder.decode(file);
            ink.find(upright.grey());
            return hash.of(ink);
        }
    }

    private static byte[] recompressed(byte[] file, double scale, int quality) {
        try (var photo = new Raster();
                var smaller = new Raster()) {
            photo.decode(file, 1);
            photo.shrink((int) (photo.width() * scale), (int) (photo.height() * scale), smaller);
            return smaller.toJpeg(quality);
        }
    }

    private static int distance(PerceptualHash one, PerceptualHash other) {
        return new BigInteger(one.hex(), 16).xor(new BigInteger(other.hex(), 16)).bitCount();
    }
}
