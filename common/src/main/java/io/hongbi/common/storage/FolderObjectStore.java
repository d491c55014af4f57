package io.hongbi.common.storage;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each object as a file below {@code objects}, in folders as the key has segments. Several
 * processes may share one root. Bytes are first written and fsynced below {@code incoming}, then
 * linked to their name, which fails where the name is taken: an object is seen whole or not at all,
 * and of several writers one wins. The content type is the one that the key's ending stands for.
 *
 * <p>Unlike in OSS, no key may lie below another ({@code a} and {@code a/b}): that is refused as an
 * illegal argument. The file system must know hard links.
 */
final class FolderObjectStore implements ObjectStore {

    private final Folder objects;
    private final Folder incoming;
    private final SignedUrls urls;

    /**
     * @param root where the objects lie; made where it is missing, readable by the owner only
     * @throws ObjectStoreUnavailable if the root cannot be made or written
     */
    FolderObjectStore(Path root, SignedUrls urls) {
        this.urls = urls;
        Path home = root.toAbsolutePath().normalize();
        objects = new Folder(home.resolve("objects"));
        incoming = new Folder(home.resolve("incoming"));
        try {
            objects.open();
            incoming.open();
            incoming.deleteFilesOlderThan(Duration.ofHours(1));
        } catch (IOException e) {
            throw new ObjectStoreUnavailable(e);
        }
    }

    @Override
    public void put(ObjectKey key, Path content, String contentType) {
        try (var source = FileChannel.open(content, READ)) {
            store(key, target -> copy(source, target));
        } catch (IOException e) { // the caller's file, not the store
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void put(ObjectKey key, byte[] content, String contentType) {
        store(key, target -> writeAll(ByteBuffer.wrap(content), target));
    }

    @Override
    public InputStream open(ObjectKey key) {
        return open(key, 0, Long.MAX_VALUE);
    }

    @Override
    public InputStream open(ObjectKey key, long offset, long length) {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("Offset and length must not be negative");
        }
        if (head(key).isEmpty()) {
            throw new ObjectNotFound(key);
        }
        try {
            var channel = Files.newByteChannel(pathOf(key));
            channel.position(offset);
            return new BoundedInputStream(Channels.newInputStream(channel), length);
        } catch (NoSuchFileException _) {
            throw new ObjectNotFound(key);
        } catch (IOException e) {
            throw new ObjectStoreUnavailable(e);
        }
    }

    @Override
    public Optional<StoredObject> head(ObjectKey key) {
        try {
            var file = Files.readAttributes(pathOf(key), BasicFileAttributes.class);
            return file.isRegularFile()
                    ? Optional.of(
                            new StoredObject(key, file.size(), file.lastModifiedTime().toInstant()))
                    : Optional.empty();
        } catch (FileSystemException e) {
            if (objects.lacks(pathOf(key), e)) {
                return Optional.empty();
            }
            throw new ObjectStoreUnavailable(e);
        } catch (IOException e) {
            throw new ObjectStoreUnavailable(e);
        }
    }

    @Override
    public void delete(ObjectKey key) {
        if (head(key).isEmpty()) {
            return;
        }
        try {
            objects.remove(pathOf(key));
        } catch (IOException e) {
            throw new ObjectStoreUnavailable(e);
        }
    }

    @Override
    public URI signedUrl(ObjectKey key, Duration validity) {
        return urls.sign(key, validity);
    }

    @Override
    public List<StoredObject> list(String prefix, @Nullable ObjectKey after, int limit) {
        var listing = new FolderListing(objects.path(), prefix, after, limit);
        try {
            return listing.collect();
        } catch (IOException e) {
            throw new ObjectStoreUnavailable(e);
        }
    }

    private void store(ObjectKey key, Filling filling) {
        Path target = pathOf(key);
        if (head(key).isPresent()) { // spares writing bytes that cannot be kept
            throw new ObjectAlreadyExists(key);
        }
        Path half = incoming.path().resolve(UUID.randomUUID() + ".part");
        try {
            try (var channel = FileChannel.open(half, CREATE_NEW, WRITE)) {
                filling.fill(channel);
                channel.force(true);
            }
            objects.link(half, target);
        } catch (FileAlreadyExistsException _) {
            if (Files.isDirectory(target)) {
                throw new IllegalArgumentException("Other objects lie below the key " + key);
            }
            throw new ObjectAlreadyExists(key);
        } catch (IOException e) {
            throw new ObjectStoreUnavailable(e);
        } finally {
            incoming.discard(half);
        }
    }

    private Path pathOf(ObjectKey key) {
        return objects.path().resolve(key.value());
    }

    private static void copy(FileChannel source, FileChannel target) throws IOException {
        long size = source.size();
        for (long done = 0; done < size; ) {
            long moved = source.transferTo(done, size - done, target);
            if (moved <= 0) {
                throw new IOException("The file became shorter while it was stored");
            }
            done += moved;
        }
    }

    private static void writeAll(ByteBuffer bytes, FileChannel target) throws IOException {
        while (bytes.hasRemaining()) {
            target.write(bytes);
        }
    }

    /** Puts an object's bytes into its file. */
    private interface Filling {
        void fill(FileChannel target) throws IOException;
    }
}
