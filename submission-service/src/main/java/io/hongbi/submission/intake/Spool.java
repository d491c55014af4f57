package io.hongbi.submission.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps uploads on a bounded part of the disk while they are checked. Each process has a folder of
 * its own, held by a lock: what a killed process left is removed when the next one starts.
 */
final class Spool implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Spool.class);
    private static final String LOCK = "lock";

    private final Path own;
    private final FileChannel held;
    private final long maxBytes;
    private final AtomicLong used = new AtomicLong();

    /**
     * @param maxBytes of all uploads under way together
     */
    Spool(Path folder, long maxBytes) {
        this.maxBytes = maxBytes;
        this.own = folder.resolve(UUID.randomUUID().toString());
        try {
            this.held = claim(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The spool folder cannot be used: " + folder, e);
        }
    }

    /**
     * Opens a file for what comes, of at most so many bytes.
     *
     * @throws SpoolFull if the disk is used up
     */
    IncomingFile receive(long limit) {
        var path = next();
        return new IncomingFile(this, path, create(path), limit);
    }

    /**
     * Makes a file of known size out of another one, for instance without its metadata.
     *
     * @throws SpoolFull if the budget or the disk is used up
     */
    SpooledFile derive(SpooledFile source, long bytes, Copy copy) {
        var path = next();
        reserve(bytes);
        try (var from = FileChannel.open(source.path(), StandardOpenOption.READ);
                var to = create(path)) {
            copy.write(from, to);
        } catch (IOException e) {
            remove(path, bytes);
            throw new SpoolFull(e);
        } catch (RuntimeException e) {
            remove(path, bytes);
            throw e;
        }
        return new SpooledFile(this, path, bytes, source.sha256());
    }

    /** One process at a time, so that none takes a folder for left over before it is locked. */
    private FileChannel claim(Path folder) throws IOException {
        Files.createDirectories(folder);
        synchronized (Spool.class) {
            try (var shared = lockable(folder);
                    var _ = shared.lock()) {
                Files.createDirectory(own);
                var channel = lockable(own);
                channel.lock();
                removeLeftovers(folder);
                return channel;
            }
        }
    }

    /** Bytes of the uploads under way. */
    long usedBytes() {
        return used.get();
    }

    void release(SpooledFile file) {
        remove(file.path(), file.bytes());
    }

    @Override
    public void close() throws IOException {
        held.close();
        removeFolder(own);
    }

    /** Writes one file out of another. */
    interface Copy {
        void write(FileChannel from, FileChannel to) throws IOException;
    }

    private Path next() {
        return own.resolve(UUID.randomUUID().toString());
    }

    private static FileChannel create(Path path) {
        try {
            return FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new SpoolFull(e);
        }
    }

    void reserve(long bytes) {
        if (used.addAndGet(bytes) > maxBytes) {
            used.addAndGet(-bytes);
            throw new SpoolFull();
        }
    }

    void remove(Path path, long bytes) {
        used.addAndGet(-bytes);
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            log.warn("A spooled file could not be removed: {}", path.getFileName(), e);
        }
    }

    private static FileChannel lockable(Path folder) throws IOException {
        return FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private void removeLeftovers(Path folder) throws IOException {
        try (var processes = Files.list(folder)) {
            for (Path other : processes.filter(Files::isDirectory).toList()) {
                if (!other.equals(own) && isAbandoned(other)) {
                    removeFolder(other);
                }
            }
        }
    }

    private static boolean isAbandoned(Path folder) {
        try (var channel = lockable(folder);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    private static void removeFolder(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
