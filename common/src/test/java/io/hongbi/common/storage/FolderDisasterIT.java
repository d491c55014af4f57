package io.hongbi.common.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder store in processes that are killed in the middle of a put, or run out of disk. */
class FolderDisasterIT {

    @TempDir private Path root;

    @Test
    void showsNoHalfObjectAndLosesNoWholeOneWhenItsProcessIsKilled() throws Exception {
        List<Path> halves = List.of();

        for (int round = 0; round < 20 && halves.isEmpty(); round++) {
            var put = putUntilKilled("round-" + round);

            assertThat(put).isNotEmpty();
            assertWholeObjects("round-" + round, put);
            halves = incoming();
        }

        assertThat(halves).as("a put was hit in the middle").isNotEmpty();
        for (Path half : halves) {
            Files.setLastModifiedTime(half, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        }
        StoreProcess.store(root);
        assertThat(incoming()).isEmpty();
    }

    @Test
    void saysThatTheDiskIsFullAndLeavesNothingBehind() throws Exception {
        Path output = root.resolve("output"); // and at most 0.5 or 1 MB a file, as shells count
        var process = StoreProcess.start("ulimit -f 1000; ", root, "full", output);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(Files.readAllLines(output))
                .singleElement()
                .asString()
                .startsWith("unavailable: ");
        assertThat(incoming()).isEmpty();
        assertThat(StoreProcess.store(root).list("", null, 10)).isEmpty();
    }

    private List<Integer> putUntilKilled(String prefix) throws Exception {
        Path output = root.resolve(prefix);
        var process = StoreProcess.start("", root, prefix, output);
        try {
            Instant patience = Instant.now().plusSeconds(30);
            while (Files.size(output) == 0 && Instant.now().isBefore(patience)) {
                Thread.sleep(1);
            }
            while (incoming().isEmpty() && Instant.now().isBefore(patience)) {
                Thread.onSpinWait(); // until the next put is under way
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        String lines = Files.readString(output);
        return lines.substring(0, lines.lastIndexOf('\n') + 1)
                .lines()
                .map(Integer::valueOf)
                .toList();
    }

    private void assertWholeObjects(String prefix, List<Integer> put) throws IOException {
        var store = StoreProcess.store(root);
        var found = store.list(prefix + "/", null, 1000);
        for (var object : found) {
            String name = object.key().value();
            int number = Integer.parseInt(name.replaceAll(".*/|[.]jpg", ""));
            try (var content = store.open(object.key())) {
                assertThat(content.readAllBytes()).isEqualTo(StoreProcess.content(number));
            }
        }
        assertThat(found)
                .extracting(StoredObject::key)
                .containsAll(put.stream().map(n -> StoreProcess.key(prefix, n)).toList());
    }

    private List<Path> incoming() throws IOException {
        try (var files = Files.list(root.resolve("incoming"))) {
            return files.toList();
        }
    }
}
