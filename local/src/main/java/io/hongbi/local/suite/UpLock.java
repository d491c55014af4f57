package io.hongbi.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Held by the supervisor for as long as it lives; the system releases it however that ends. */
public final class UpLock implements AutoCloseable {

    private final FileChannel channel;
    private final FileLock lock;

    private UpLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the lock, empty when a supervisor holds it. */
    public static Optional<UpLock> take(Place place) {
        try {
            makePrivate(place.local());
            Files.createDirectories(place.logs());
            FileChannel channel =
                    FileChannel.open(
                            place.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new UpLock(channel, lock));
        } catch (IOException unable) {
            throw new UncheckedIOException("Cannot lock " + place.lockFile(), unable);
        }
    }

    /** Whether a supervisor lives. */
    public static boolean isHeld(Place place) {
        Optional<UpLock> taken = take(place);
        taken.ifPresent(UpLock::close);
        return taken.isEmpty();
    }

    /** Tokens, keys and photos lie there. */
    private static void makePrivate(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Override
    public void close() {
        try {
            lock.release();
            channel.close();
        } catch (IOException ignored) {
            // the system releases it with the process
        }
    }
}
