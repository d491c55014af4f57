package io.hongbi.grading.intake;

import io.hongbi.common.id.PageId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.storage.ObjectAlreadyExists;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.common.storage.ObjectStore;
import io.hongbi.common.storage.ObjectStoreUnavailable;
import io.hongbi.grading.reading.Jpeg;
import io.hongbi.grading.reading.ReadPage;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The images of one page in the object store: its photo, and what a reader makes from it. */
final class PageImages {

    private final ObjectStore store;
    private final SchoolId school;
    private final PageId page;

    PageImages(ObjectStore store, SchoolId school, PageId page) {
        this.store = store;
        this.school = school;
        this.page = page;
    }

    /**
     * Where the images lie that were made from the photo.
     *
     * @param preview null where the photo could not be decoded
     * @param crops by item id
     */
    record Stored(@Nullable ObjectKey preview, Map<String, ObjectKey> crops) {}

    /** The whole photo; throws as {@link ObjectStore#open} does. */
    byte[] photo(ObjectKey key) {
        try (var in = store.open(key)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ObjectStoreUnavailable(e);
        }
    }

    /** Stores the images; those of an earlier reading by the same reader are equal and stay. */
    Stored store(ReadPage read) {
        String version = plain(read.reading().readerVersion());
        Jpeg preview = read.preview();
        ObjectKey previewKey = null;
        if (preview != null) {
            previewKey = key("previews", version);
            put(previewKey, preview);
        }
        Map<String, ObjectKey> crops = new HashMap<>();
        read.crops()
                .forEach((item, crop) -> {
                    var cropKey = key("crops", version + "/" + plain(item));
                    put(cropKey, crop);
                    crops.put(item, cropKey);
                });
        return new Stored(previewKey, crops);
    }

    private ObjectKey key(String folder, String name) {
        return new ObjectKey("schools/%s/%s/%s/%s.jpg".formatted(school, folder, page, name));
    }

    private void put(ObjectKey key, Jpeg image) {
        try {
            store.put(key, image.bytes(), "image/jpeg");
        } catch (ObjectAlreadyExists _) {
            // A delivery before this one got so far; the same photo gives the same image.
        }
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9.-]", "-");
    }
}
