package io.hongbi.grading.natives;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;

/**
 * Unpacks libraries into a folder of their own, which appears whole or not at all: several
 * processes may start at once, and any may be killed.
 */
final class LibraryFolder {

    private final Path home;

    LibraryFolder(Path home) {
        this.home = home;
    }

    /** The file name of a resource. */
    static String name(String resource) {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }

    /**
     * A folder that holds the resources under their file names, unpacked now where it does not
     * exist. Where the home cannot be written, a fresh temporary folder serves this process alone:
     * a shared temporary folder could hold anyone's libraries.
     */
    Path unpack(String name, List<String> resources) {
        var folder = home.resolve(name);
        if (Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Files.createDirectories(home);
            var unfinished = Files.createTempDirectory(home, "unfinished-");
            copy(resources, unfinished);
            return publish(unfinished, folder);
        } catch (IOException e) {
            return unpackForThisProcess(resources, e);
        }
    }

    private static Path publish(Path unfinished, Path folder) throws IOException {
        try {
            return Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            delete(unfinished); // another process was faster
            return folder;
        }
    }

    private Path unpackForThisProcess(List<String> resources, IOException cause) {
        try {
            var folder = Files.createTempDirectory("hongbi-natives-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteQuietly(folder)));
            copy(resources, folder);
            return folder;
        } catch (IOException e) {
            e.addSuppressed(cause);
            throw new LibrariesNotUnpacked(home, e);
        }
    }

    private static void copy(List<String> resources, Path folder) throws IOException {
        for (var resource : resources) {
            try (InputStream in =
                    LibraryFolder.class.getClassLoader().getResourceAsStream(resource)) {
                if (in == null) {
                    throw new FileNotFoundException("No " + resource + " on the class path");
                }
                Files.copy(in, folder.resolve(name(resource)));
            } catch (FileAlreadyExistsException e) {
                throw new IOException("Two libraries of the name " + name(resource), e);
            }
        }
    }

    private static void deleteQuietly(Path folder) {
        try {
            delete(folder);
        } catch (IOException e) {
            // the folder is temporary: what is left, the system clears
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
