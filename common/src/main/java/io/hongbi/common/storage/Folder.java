package io.hongbi.common.storage;

import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;

/** A folder whose entries survive a loss of power once a method that adds or removes them ends. */
final class Folder {

    /** A folder can be pruned between its making and its use; more often than this is a fault. */
    private static final int ATTEMPTS = 20;

    private final Path path;

    Folder(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Makes the folder where it is missing, for its owner only. */
    void open() throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var ownerOnly = PosixFilePermissions.fromString("rwx------");
            Files.createDirectories(path, PosixFilePermissions.asFileAttribute(ownerOnly));
        } else {
            Files.createDirectories(path);
        }
        sync(path);
    }

    /**
     * Gives the file a second name inside this folder.
     *
     * @throws FileAlreadyExistsException if that name is taken; it is left as it was
     */
    void link(Path file, Path name) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                makeParents(name);
                Files.createLink(name, file);
                break;
            } catch (NoSuchFileException pruned) {
                if (attempt == ATTEMPTS || !Files.isDirectory(path)) {
                    throw pruned;
                }
            }
        }
        try {
            sync(parentOf(name));
        } catch (IOException e) {
            discard(name);
            throw e;
        }
    }

    /** Removes the file, and the folders above it that are empty then. */
    void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
        Path above = parentOf(file);
        try {
            for (; !above.equals(path); above = parentOf(above)) {
                Files.delete(above);
            }
        } catch (DirectoryNotEmptyException | NoSuchFileException _) {
            // In use, or another thread was faster.
        }
        if (Files.isDirectory(above)) {
            sync(above);
        }
    }

    /** Removes what a process left that was killed. Younger files may still be written. */
    void deleteFilesOlderThan(Duration age) throws IOException {
        Instant limit = Instant.now().minus(age);
        try (var files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                try {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                        Files.deleteIfExists(file);
                    }
                } catch (NoSuchFileException _) {
                    // Another process was faster.
                }
            }
        }
    }

    /** Removes the file if that can be done. What stays is removed at a later start. */
    void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException _) {
            // The caller has a better reason to report, or its work is done.
        }
    }

    /** Whether the failure means that the file is not there, and not that the folder is gone. */
    boolean lacks(Path file, FileSystemException failure) {
        return Files.isDirectory(path)
                && (failure instanceof NoSuchFileException || isBelowAFile(file));
    }

    // Serialised, so that no thread relies on a folder that another has made but not yet synced.
    private synchronized void makeParents(Path name) throws IOException {
        Path parent = parentOf(name);
        if (Files.isDirectory(parent)) {
            return;
        }
        if (isBelowAFile(name)) {
            throw new IllegalArgumentException("The key lies below the key of another object");
        }
        Path above = parent;
        while (!above.equals(path) && !Files.isDirectory(above)) {
            above = parentOf(above);
        }
        Files.createDirectories(parent);
        for (Path made = parentOf(parent); made.startsWith(above); made = parentOf(made)) {
            sync(made);
        }
    }

    private boolean isBelowAFile(Path file) {
        for (Path above = parentOf(file); above.startsWith(path); above = parentOf(above)) {
            if (Files.isRegularFile(above)) {
                return true;
            }
        }
        return false;
    }

    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        }
    }

    private static Path parentOf(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("The file lies in no folder");
        }
        return parent;
    }
}
