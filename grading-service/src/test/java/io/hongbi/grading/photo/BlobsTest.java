package io.hongbi.grading.photo;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.grading.natives.NativeLibraries;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;

class BlobsTest {

    static {
        NativeLibraries.loadOpenCv();
    }

    private final Blobs blobs = new Blobs();

    @Test
    void joinsAtSidesAndCorners() {
        assertThat(of(5, "#...#", ".#.#.", "....#", "#..#."))
                .containsExactly(
                        new Blob(0, 0, 2, 2, 2), new Blob(3, 0, 2, 4, 4), new Blob(0, 3, 1, 1, 1));
        assertThat(of(5, "#.#.#", "#.#.#", "#####")).containsExactly(new Blob(0, 0, 5, 3, 11));
        assertThat(of(3, "...", "...")).isEmpty();
        assertThat(of(1, "#", ".", "#")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.2, 0.4, 0.6, 0.95})
    void findsWhatOpenCvFinds(double share) {
        var random = new Random(26);
        for (int round = 0; round < 40; round++) {
            int width = 1 + random.nextInt(150);
            int height = 1 + random.nextInt(150);
            var mask = new byte[width * height];
            for (int i = 0; i < mask.length; i++) {
                mask[i] = (byte) (random.nextDouble() < share ? 255 : 0);
            }
            assertThat(blobs.of(mask, width, height))
                    .containsExactlyInAnyOrderElementsOf(openCv(mask, width, height));
        }
    }

    private List<Blob> of(int width, String... rows) {
        var mask = String.join("", rows);
        var bytes = new byte[mask.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (mask.charAt(i) == '#' ? 1 : 0);
        }
        return blobs.of(bytes, width, rows.length);
    }

    private static List<Blob> openCv(byte[] mask, int width, int height) {
        var image = new Mat(height, width, CvType.CV_8UC1);
        image.put(0, 0, mask);
        var stats = new Mat();
        int count = Imgproc.connectedComponentsWithStats(image, new Mat(), stats, new Mat());
        var found = new ArrayList<Blob>();
        for (int i = 1; i < count; i++) {
            var s = new int[5];
            stats.get(i, 0, s);
            found.add(new Blob(s[0], s[1], s[2], s[3], s[4]));
        }
        return found;
    }
}
