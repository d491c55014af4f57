package io.hongbi.submission.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {

    @TempDir private Path folder;

    @Test
    void hashesWhatItKeeps() throws IOException {
        try (var spool = new Spool(folder, 1000);
                var file = spool.receive(bytes("abc"), 100)) {
            assertThat(Files.readString(file.path())).isEqualTo("abc");
            assertThat(file.sha256())
                    .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
            assertThat(spool.usedBytes()).isEqualTo(3);
        }
    }

    @Test
    void forgetsAFileThatIsClosed() throws IOException {
        try (var spool = new Spool(folder, 1000)) {
            var file = spool.receive(bytes("abc"), 100);

            file.close();

            assertThat(file.path()).doesNotExist();
            assertThat(spool.usedBytes()).isZero();
        }
    }

    @Test
    void refusesMoreThanItsBudgetAndLeavesNothingOfIt() throws IOException {
        try (var spool = new Spool(folder, 5);
                var _ = spool.receive(bytes("abc"), 100)) {
            assertThatExceptionOfType(SpoolFull.class)
                    .isThrownBy(() -> spool.receive(bytes("def"), 100));

            assertThat(spool.usedBytes()).isEqualTo(3);
            assertThat(files()).isEqualTo(1);
        }
    }

    @Test
    void refusesAPageThatIsTooLargeAsItComesIn() throws IOException {
        try (var spool = new Spool(folder, 1000)) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> spool.receive(bytes("abcd"), 3))
                    .satisfies(
                            e -> assertThat(e.refusal()).isEqualTo(new IntakeRefusal.TooLarge()));

            assertThat(spool.usedBytes()).isZero();
            assertThat(files()).isZero();
        }
    }

    @Test
    void leavesNothingOfAnUploadThatBreaksOff() throws IOException {
        try (var spool = new Spool(folder, 1000)) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> spool.receive(broken(), 100));

            assertThat(spool.usedBytes()).isZero();
            assertThat(files()).isZero();
        }
    }

    @Test
    void removesWhatAKilledProcessLeftButNothingOfALivingOne() throws IOException {
        var left = Files.createDirectory(folder.resolve("killed"));
        Files.writeString(left.resolve("photo"), "left");
        try (var living = new Spool(folder, 1000);
                var file = living.receive(bytes("abc"), 100)) {
            assertThat(left).doesNotExist();
            try (var _ = new Spool(folder, 1000)) {
                assertThat(file.path()).exists();
            }
        }
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(f -> !f.endsWith("lock")).count();
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static InputStream broken() {
        return new InputStream() {
            private boolean begun;

            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (begun) {
                    throw new IOException("connection reset");
                }
                begun = true;
                return Math.min(length, 10);
            }
        };
    }
}
