package io.hongbi.common.storage;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps photos and what is made from them as immutable objects. Every adapter passes {@code
 * ObjectStoreContract}. Every method throws {@link ObjectStoreUnavailable} where the store cannot
 * be reached; a later attempt may succeed.
 */
public interface ObjectStore {

    /**
     * Stores the file durably: when this returns, the object survives a loss of power.
     *
     * @throws ObjectAlreadyExists if the key is taken; the stored object is left as it was
     */
    void put(ObjectKey key, Path content, String contentType);

    /**
     * Stores the bytes durably.
     *
     * @throws ObjectAlreadyExists if the key is taken; the stored object is left as it was
     */
    void put(ObjectKey key, byte[] content, String contentType);

    /**
     * Opens the whole object; the caller closes the stream.
     *
     * @throws ObjectNotFound if there is none
     */
    InputStream open(ObjectKey key);

    /**
     * Opens a part of the object; the caller closes the stream.
     *
     * @param offset the first byte, from 0
     * @param length how many bytes; fewer come where the object ends before
     * @throws ObjectNotFound if there is none
     */
    InputStream open(ObjectKey key, long offset, long length);

    /** What is known of the object without opening it; empty where there is none. */
    Optional<StoredObject> head(ObjectKey key);

    /** Removes the object; removing what is not there is fine. */
    void delete(ObjectKey key);

    /** An address at which anyone may fetch the object until the time is up. */
    URI signedUrl(ObjectKey key, Duration validity);

    /**
     * Objects whose key starts with the prefix, in the order of their keys.
     *
     * @param after only keys behind this one; null starts at the beginning
     * @param limit how many at most, 1 to 1000
     */
    List<StoredObject> list(String prefix, @Nullable ObjectKey after, int limit);
}
