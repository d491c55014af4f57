package io.hongbi.submission.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
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
                var file = received(spool, "abc", 100)) {
            assertThat(Files.readString(file.path())).isEqualTo("abc");
            assertThat(file.sha256())
                    .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
            assertThat(spool.usedBytes()).isEqualTo(3);
        }
    }

    @Test
    void forgetsAFileThatIsClosed() throws IOException {
        try (var spool = new Spool(folder, 1000)) {
            var file = received(spool, "abc", 100);

            file.close();

            assertThat(file.path()).doesNotExist();
            assertThat(spool.usedBytes()).isZero();
        }
    }

    @Test
    void refusesMoreThanItsBudgetAndLeavesNothingOfIt() throws IOException {
        try (var spool = new Spool(folder, 5);
                var _ = received(spool, "abc", 100)) {
            assertThatExceptionOfType(SpoolFull.class)
                    .isThrownBy(() -> received(spool, "def", 100));

            assertThat(spool.usedBytes()).isEqualTo(3);
            assertThat(files()).isEqualTo(1);
        }
    }

    @Test
    void refusesAPageThatIsTooLargeAsItComesIn() throws IOException {
        try (var spool = new Spool(folder, 1000)) {
            assertThatExceptionOfType(Refused.class)
                    .isThrownBy(() -> received(spool, "abcd", 3))
                    .satisfies(
                            e -> assertThat(e.refusal()).isEqualTo(new IntakeRefusal.TooLarge()));

            assertThat(spool.usedBytes()).isZero();
            assertThat(files()).isZero();
        }
    }

    @Test
    void leavesNothingOfAnUploadThatBreaksOff() throws IOException {
        try (var spool = new Spool(folder, 1000)) {
            try (var incoming = spool.receive(100)) {
                incoming.write(ByteBuffer.wrap("abc".getBytes(UTF_8)));
                assertThat(spool.usedBytes()).isEqualTo(3);
            }

            assertThat(spool.usedBytes()).isZero();
            assertThat(files()).isZero();
        }
    }

    @Test
    void removesWhatAKilledProcessLeftButNothingOfALivingOne() throws IOException {
        var left = Files.createDirectory(folder.resolve("killed"));
        Files.writeString(left.resolve("photo"), "left");
        try (var living = new Spool(folder, 1000);
                var file = received(living, "abc", 100)) {
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

    private static SpooledFile received(Spool spool, String text, long limit) {
        try (var incoming = spool.receive(limit)) {
            incoming.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
            return incoming.complete();
        }
    }
}
