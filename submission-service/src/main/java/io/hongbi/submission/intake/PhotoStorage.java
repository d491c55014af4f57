package io.hongbi.submission.intake;

import io.hongbi.common.id.PageId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.common.storage.ObjectStore;
import io.hongbi.common.storage.ObjectStoreUnavailable;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts photos into the object store under names never used before: all of them, or none. */
@Component
class PhotoStorage {

    private static final Logger log = LoggerFactory.getLogger(PhotoStorage.class);

    private final ObjectStore store;
    private final Timer timer;

    PhotoStorage(ObjectStore store, MeterRegistry meters) {
        this.store = store;
        this.timer =
                Timer.builder("hongbi.store")
                        .description("Storing the photos of one upload durably")
                        .publishPercentileHistogram()
                        .register(meters);
    }

    /**
     * @throws ObjectStoreUnavailable if one could not be stored; what was, is deleted again
     */
    List<StoredPage> store(SchoolId school, List<CheckedPhoto> photos) {
        return timer.record(() ->
                photos.size() == 1
                        ? List.of(put(school, photos.getFirst()))
                        : putAll(school, photos));
    }

    /** Deletes what has no row; what cannot be deleted now, the reaper finds. */
    void discard(List<StoredPage> pages) {
        for (StoredPage page : pages) {
            try {
                store.delete(page.key());
            } catch (ObjectStoreUnavailable e) {
                log.warn("An object without a row is left to the reaper: {}", page.key());
            }
        }
    }

    private List<StoredPage> putAll(SchoolId school, List<CheckedPhoto> photos) {
        List<Future<StoredPage>> puts = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (CheckedPhoto photo : photos) {
                Callable<StoredPage> put = () -> put(school, photo);
                puts.add(threads.submit(put));
            }
        } // waits for all, so that none is stored after the failure of another was dealt with
        return gather(puts);
    }

    private List<StoredPage> gather(List<Future<StoredPage>> puts) {
        List<StoredPage> stored = new ArrayList<>();
        RuntimeException failure = null;
        for (Future<StoredPage> put : puts) {
            try {
                stored.add(put.get());
            } catch (ExecutionException e) {
                failure =
                        e.getCause() instanceof RuntimeException cause
                                ? cause
                                : new ObjectStoreUnavailable(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                failure = new ObjectStoreUnavailable(e);
            }
        }
        if (failure != null) {
            discard(stored);
            throw failure;
        }
        return stored;
    }

    private StoredPage put(SchoolId school, CheckedPhoto checked) {
        var id = PageId.next();
        var photo = checked.photo();
        var key =
                new ObjectKey(
                        "schools/" + school + "/photos/" + id + "." + photo.format().extension());
        store.put(key, checked.file().path(), photo.format().contentType());
        return new StoredPage(
                id,
                key,
                checked.file().sha256(),
                checked.file().bytes(),
                photo.width(),
                photo.height());
    }
}
