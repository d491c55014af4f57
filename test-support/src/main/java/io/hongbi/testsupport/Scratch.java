package io.hongbi.testsupport;

import io.hongbi.local.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where test servers keep their files: in the build folder of the module under test. */
final class Scratch {

    private Scratch() {}

    /** A fresh folder for one server. */
    static Path folder(String name) {
        try {
            Path target = Path.of("target").toAbsolutePath();
            Files.createDirectories(target);
            return Files.createTempDirectory(target, name + "-");
        } catch (IOException unable) {
            throw new UncheckedIOException("Cannot make a folder for " + name, unable);
        }
    }

    /** Removes such a folder; what cannot be removed stays for the next clean. */
    static void discard(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException inUse) {
            // a server that just died may still write; nothing reads it any more
        }
    }

    /** What all modules share and no run has to make again. */
    static Path cache() {
        Path here = Path.of("").toAbsolutePath();
        Path folder = here;
        while (folder.getParent() != null && !Files.exists(folder.resolve("mvnw"))) {
            folder = folder.getParent();
        }
        Path root = Files.exists(folder.resolve("mvnw")) ? folder : here.resolve("target");
        return root.resolve(".local").resolve("cache");
    }
}
