package io.hongbi.submission.flow;

import io.hongbi.common.storage.ObjectKey;
import io.hongbi.common.storage.ObjectStore;
import io.hongbi.common.storage.ObjectStoreUnavailable;
import io.hongbi.common.storage.StoredObject;
import io.hongbi.platform.flow.Breaker;
import io.hongbi.platform.flow.CutOff;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store behind a breaker: while it fails, requests are told at once and none piles up. */
final class GuardedObjectStore implements ObjectStore {

    static final String NAME = "object-store";

    private final ObjectStore store;
    private final Breaker breaker = new Breaker(NAME, ObjectStoreUnavailable.class::isInstance);

    GuardedObjectStore(ObjectStore store) {
        this.store = store;
    }

    @Override
    public void put(ObjectKey key, Path content, String contentType) {
        run(() -> store.put(key, content, contentType));
    }

    @Override
    public void put(ObjectKey key, byte[] content, String contentType) {
        run(() -> store.put(key, content, contentType));
    }

    @Override
    public InputStream open(ObjectKey key) {
        return ask(() -> store.open(key));
    }

    @Override
    public InputStream open(ObjectKey key, long offset, long length) {
        return ask(() -> store.open(key, offset, length));
    }

    @Override
    public Optional<StoredObject> head(ObjectKey key) {
        return ask(() -> store.head(key));
    }

    @Override
    public void delete(ObjectKey key) {
        run(() -> store.delete(key));
    }

    /** Made here, without asking the store. */
    @Override
    public URI signedUrl(ObjectKey key, Duration validity) {
        return store.signedUrl(key, validity);
    }

    @Override
    public List<StoredObject> list(String prefix, @Nullable ObjectKey after, int limit) {
        return ask(() -> store.list(prefix, after, limit));
    }

    private void run(Runnable act) {
        ask(() -> {
            act.run();
            return true;
        });
    }

    private <T> T ask(Supplier<T> question) {
        try {
            return breaker.ask(question);
        } catch (CutOff e) {
            throw new ObjectStoreUnavailable(e);
        }
    }
}
