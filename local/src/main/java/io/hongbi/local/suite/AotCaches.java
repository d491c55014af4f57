package io.hongbi.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The JVM's AOT caches: one for each part, build and JDK. A JVM that a cache does not fit starts
 * without it.
 */
final class AotCaches {

    private final Path folder;
    private final boolean recording;

    private AotCaches(Path folder, boolean recording) {
        this.folder = folder;
        this.recording = recording;
    }

    /** Uses the caches there are. */
    static AotCaches used(Place place) {
        return new AotCaches(place.aot(), false);
    }

    /** Has each process write its cache when it ends. */
    static AotCaches recorded(Place place) {
        return new AotCaches(place.aot(), true);
    }

    /**
     * The options for a part's JVM.
     *
     * @param jar what the JVM runs; a later build has other caches
     */
    List<String> options(Part part, Path jar) {
        Path cache = folder.resolve(name(part, jar));
        if (recording) {
            return List.of("-XX:AOTCacheOutput=" + cache);
        }
        return Files.exists(cache)
                ? List.of("-XX:AOTCache=" + cache, "-Xlog:disable", "-Xlog:all=error:stderr")
                : List.of();
    }

    private static String name(Part part, Path jar) {
        try {
            // an unpacked jar has the same date after every build, but lies in another folder
            int build = Objects.hash(jar.toString(), Files.getLastModifiedTime(jar));
            return "%s-%08x-%08x.aot".formatted(part.id(), build, jdk().hashCode());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String jdk() {
        return System.getProperty("java.home") + System.getProperty("java.vm.version");
    }
}
