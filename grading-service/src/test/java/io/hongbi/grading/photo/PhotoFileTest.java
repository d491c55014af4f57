package io.hongbi.grading.photo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PhotoFileTest {

    @Test
    void readsSizeAndOrientationOfAJpeg() {
        for (var order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
            assertThat(PhotoFile.of(jpeg(exif(6, order)))).hasValue(new PhotoFile(4032, 3024, 6));
        }
    }

    @Test
    void takesABrokenExifBlockForUpright() {
        var exif = exif(6, ByteOrder.BIG_ENDIAN);
        exif[7] = 127; // the directory lies far behind the end

        assertThat(PhotoFile.of(jpeg(exif))).hasValue(new PhotoFile(4032, 3024, 1));
        assertThat(PhotoFile.of(jpeg(exif(9, ByteOrder.BIG_ENDIAN))))
                .hasValue(new PhotoFile(4032, 3024, 1));
    }

    @Test
    void readsSizeAndOrientationOfAPng() {
        assertThat(PhotoFile.of(png(100, 200, 8))).hasValue(new PhotoFile(100, 200, 8));
    }

    @Test
    void readsSizeAndOrientationOfAnExtendedWebp() {
        var exif = exif(3, ByteOrder.LITTLE_ENDIAN);
        var file = ByteBuffer.allocate(12 + 18 + 8 + exif.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(US_ASCII)).putInt(0).put("WEBP".getBytes(US_ASCII));
        file.put("VP8X".getBytes(US_ASCII)).putInt(10).putInt(8);
        file.put(new byte[] {99, 0, 0, (byte) 199, 0, 0});
        file.put("EXIF".getBytes(US_ASCII)).putInt(exif.length).put(exif);

        assertThat(PhotoFile.of(file.array())).hasValue(new PhotoFile(100, 200, 3));
    }

    @Test
    void changesPlacesOfWidthAndHeightOnlyForLyingPhotos() {
        assertThat(new PhotoFile(400, 300, 6).uprightWidth()).isEqualTo(300);
        assertThat(new PhotoFile(400, 300, 6).uprightHeight()).isEqualTo(400);
        assertThat(new PhotoFile(400, 300, 4).uprightWidth()).isEqualTo(400);
    }

    @Test
    void knowsNothingOfOtherFiles() {
        var jpeg = jpeg(exif(1, ByteOrder.BIG_ENDIAN));

        assertThat(Admission.of("<html></html>".getBytes(US_ASCII)))
                .isEqualTo(Admission.UNSUPPORTED);
        assertThat(Admission.of(new byte[0])).isEqualTo(Admission.UNSUPPORTED);
        assertThat(Admission.of(Arrays.copyOf(jpeg, 30))).isEqualTo(Admission.UNREADABLE);
        assertThat(Admission.of(png(10_000, 10_000, 1))).isEqualTo(Admission.UNREADABLE);
        assertThat(Admission.of(jpeg)).isEqualTo(Admission.ADMITTED);
    }

    private static byte[] jpeg(byte[] exif) {
        var file = ByteBuffer.allocate(64 + exif.length);
        file.putShort((short) 0xFFD8);
        file.putShort((short) 0xFFE1).putShort((short) (8 + exif.length));
        file.put("Exif\0\0".getBytes(US_ASCII)).put(exif);
        file.putShort((short) 0xFFC0).putShort((short) 17).put((byte) 8);
        file.putShort((short) 3024).putShort((short) 4032);
        return file.array();
    }

    private static byte[] png(int width, int height, int orientation) {
        var exif = exif(orientation, ByteOrder.BIG_ENDIAN);
        var file = ByteBuffer.allocate(33 + 12 + exif.length);
        file.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
        file.putInt(13).put("IHDR".getBytes(US_ASCII)).putInt(width).putInt(height);
        file.position(33);
        file.putInt(exif.length).put("eXIf".getBytes(US_ASCII)).put(exif);
        return file.array();
    }

    private static byte[] exif(int orientation, ByteOrder order) {
        var tiff = ByteBuffer.allocate(26).order(order);
        tiff.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(US_ASCII));
        tiff.putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
        return tiff.array();
    }
}
