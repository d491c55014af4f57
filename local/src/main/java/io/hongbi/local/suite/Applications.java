package io.hongbi.local.suite;

import io.hongbi.local.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The services' jars, unpacked as Boot's own tools do it: an unpacked one starts in two thirds of
 * the time and can have an AOT cache.
 */
public final class Applications {

    private final Place place;

    public Applications(Place place) {
        this.place = place;
    }

    /**
     * The unpacked application of the jar that the build made last.
     *
     * @throws IllegalStateException if the service was not built
     */
    Path unpacked(Part part) {
        Path jar = built(part);
        Path folder = place.applications().resolve(part.id());
        try {
            Path home = folder.resolve(fingerprint(jar));
            Files.createDirectories(folder);
            try (FileChannel file =
                            FileChannel.open(
                                    folder.resolve("lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock held = file.lock()) {
                if (held.isValid() && !Files.isDirectory(home)) {
                    removeOld(folder);
                    unpack(jar, home);
                }
            }
            return home.resolve(jar.getFileName());
        } catch (IOException unable) {
            throw new UncheckedIOException("Cannot unpack " + jar, unable);
        }
    }

    /** The command that runs grading-service's reader without servers; its own words follow. */
    public List<String> reader() {
        return List.of(
                Jvm.java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                unpacked(Part.GRADING).toString());
    }

    private Path built(Part part) {
        Path target = place.root().resolve(part.module()).resolve("target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> isServiceJar(file.getFileName().toString()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No jar in " + target));
        } catch (IOException absent) {
            throw new IllegalStateException("No jar in " + target, absent);
        }
    }

    private static boolean isServiceJar(String name) {
        return name.startsWith("hongbi-")
                && name.endsWith(".jar")
                && !name.endsWith("-tests.jar")
                && !name.endsWith("-sources.jar");
    }

    /** From the checksums of all entries: reproducible builds give every jar the same date. */
    private static String fingerprint(Path jar) throws IOException {
        CRC32 all = new CRC32();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                all.update((entry.getName() + entry.getCrc()).getBytes(StandardCharsets.UTF_8));
            }
        }
        return Long.toHexString(all.getValue()) + "-" + Long.toHexString(Files.size(jar));
    }

    /** The two last ones stay: a suite that runs may still load classes from its own. */
    private static void removeOld(Path folder) throws IOException {
        try (Stream<Path> homes = Files.list(folder)) {
            Comparator<Path> byAge = Comparator.comparingLong(home -> home.toFile().lastModified());
            for (Path old :
                    homes.filter(Files::isDirectory).sorted(byAge.reversed()).skip(2).toList()) {
                Folders.delete(old);
            }
        }
    }

    private static void unpack(Path jar, Path home) throws IOException {
        Path unfinished = home.resolveSibling("unfinished");
        Process tool =
                new ProcessBuilder(
                                List.of(
                                        Jvm.java(),
                                        "-XX:TieredStopAtLevel=1",
                                        "-Djarmode=tools",
                                        "-jar",
                                        jar.toString(),
                                        "extract",
                                        "--destination",
                                        unfinished.toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (tool.waitFor() != 0) {
                throw new IOException("Boot's extract ended with " + tool.exitValue());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while unpacking", stop);
        }
        Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
    }
}
