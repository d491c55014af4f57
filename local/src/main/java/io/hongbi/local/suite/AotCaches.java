package io.hongbi.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the JVM's AOT caches lie: one for each part, build and JDK. */
final class AotCaches {

    private AotCaches() {}

    /** The cache of a part, which may not exist. */
    static Path of(Place place, Part part, Path jar) {
        try {
            String build = Long.toHexString(Files.getLastModifiedTime(jar).toMillis());
            String jdk = Integer.toHexString(jdk().hashCode());
            String name = "%s-%s-%s.aot".formatted(part.id(), build, jdk);
            return place.cache().resolve("aot").resolve(name);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String jdk() {
        return System.getProperty("java.home") + System.getProperty("java.vm.version");
    }
}
