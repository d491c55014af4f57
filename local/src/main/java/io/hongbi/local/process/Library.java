package io.hongbi.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the build laid beside this module: its own classes, and the jars in {@code target/lib} that
 * child processes run from.
 *
 * @param classes this module's jar or folder of classes
 * @param jars the folder of jars
 */
public record Library(Path classes, Path jars) {

    /**
     * The library beside the running classes.
     *
     * @throws IllegalStateException if this module runs from elsewhere than its build folder
     */
    public static Library ofThisBuild() {
        Path classes = whereThisClassIs();
        Path jars = classes.resolveSibling("lib");
        if (!Files.isDirectory(jars)) {
            throw new IllegalStateException("No jars beside " + classes + ": build module local");
        }
        return new Library(classes, jars);
    }

    /** The first jar whose name begins so. */
    public Optional<Path> jar(String prefix) {
        try (Stream<Path> files = Files.list(jars)) {
            return files.filter(jar -> jar.getFileName().toString().startsWith(prefix)).findFirst();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A class path of this module and all its jars. */
    public String classPath() {
        return classes + ":" + jars.resolve("*");
    }

    private static Path whereThisClassIs() {
        try {
            return Path.of(
                    Library.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
