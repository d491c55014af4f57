package io.hongbi.grading.simulation.handwriting;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumpyArchiveTest {

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void writeAnArchive() throws IOException {
        file = folder.resolve("some.npz");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "pairs", "<i2", 4, bytes(8).putShort((short) -3).putShort((short) 500));
            put(zip, "places", "<i4", 4, bytes(4).putInt(70_000));
            put(zip, "flags", "|b1", 2, bytes(2).put((byte) 0).put((byte) 1));
            put(zip, "labels", "<U2", 2, bytes(16).putInt('A').putInt(0).putInt('7').putInt('b'));
            put(zip, "floats", "<f4", 1, bytes(4));
        }
    }

    @Test
    void readsIntegersBooleansAndTexts() {
        try (var archive = NumpyArchive.open(file)) {
            assertThat(archive.integers("pairs")).containsExactly(-3, 500, 0, 0);
            assertThat(archive.integers("places")).containsExactly(70_000);
            assertThat(archive.integers("flags")).containsExactly(0, 1);
            assertThat(archive.texts("labels")).containsExactly("A", "7b");
        }
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        try (var archive = NumpyArchive.open(file)) {
            assertThatIllegalArgumentException().isThrownBy(() -> archive.integers("floats"));
            assertThatIllegalArgumentException().isThrownBy(() -> archive.texts("pairs"));
            assertThatIllegalArgumentException().isThrownBy(() -> archive.integers("nothing"));
        }
    }

    private static ByteBuffer bytes(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static void put(
            ZipOutputStream zip, String name, String type, int count, ByteBuffer values)
            throws IOException {
        var header =
                "{'descr': '%s', 'fortran_order': False, 'shape': (%d,), }\n"
                        .formatted(type, count);
        zip.putNextEntry(new ZipEntry(name + ".npy"));
        var start = bytes(10).put((byte) 0x93).put("NUMPY".getBytes(US_ASCII));
        zip.write(array(start.put((byte) 1).put((byte) 0).putShort((short) header.length())));
        zip.write(header.getBytes(US_ASCII));
        zip.write(array(values));
        zip.closeEntry();
    }

    /** All of it, whatever was put last. */
    private static byte[] array(ByteBuffer buffer) {
        var array = new byte[buffer.capacity()];
        buffer.rewind().get(array);
        return array;
    }
}
