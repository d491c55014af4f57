package io.hongbi.submission.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** KEY=value lines, for the owner's eyes only; readers see the old file or the new one whole. */
final class DemoEnvFile {

    private final Path file;

    DemoEnvFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Empty where there is no file. */
    Map<String, String> read() {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.contains("=") && !line.startsWith("#"))
                    .map(line -> line.split("=", 2))
                    .collect(
                            Collectors.toMap(
                                    pair -> pair[0],
                                    pair -> pair[1],
                                    (_, last) -> last,
                                    LinkedHashMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's environment file cannot be read", e);
        }
    }

    void write(Map<String, String> values) {
        var text =
                values.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining());
        try {
            var folder = Files.createDirectories(file.getParent());
            var fresh = Files.createTempFile(folder, "demo", ".env", forOwnerOnly(folder));
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's environment file cannot be written", e);
        }
    }

    private static FileAttribute<?>[] forOwnerOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
