package io.hongbi.common.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;

/** Gives each test of a store a place of its own and clears it afterwards. */
abstract class StoreUnderTest {

    static final String JPEG = "image/jpeg";

    private final String prefix = "contract/" + UUID.randomUUID() + "/";

    /** The store under test, the same one during a test. */
    protected abstract ObjectStore store();

    /** Where the keys of this test begin. */
    final String prefix() {
        return prefix;
    }

    /** A key that no other test uses. */
    protected final ObjectKey key(String name) {
        return new ObjectKey(prefix + name);
    }

    @AfterEach
    final void removeObjects() {
        store().list(prefix, null, 1000).forEach(object -> store().delete(object.key()));
    }

    protected final byte[] content(ObjectKey key) throws IOException {
        try (InputStream stream = store().open(key)) {
            return stream.readAllBytes();
        }
    }

    final byte[] part(ObjectKey key, long offset, long length) throws IOException {
        try (InputStream stream = store().open(key, offset, length)) {
            return stream.readAllBytes();
        }
    }

    protected static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
