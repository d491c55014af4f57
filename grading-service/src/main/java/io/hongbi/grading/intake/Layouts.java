package io.hongbi.grading.intake;

import io.hongbi.common.layout.SheetLayout;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.common.storage.ObjectNotFound;
import io.hongbi.common.storage.ObjectStore;
import io.hongbi.common.storage.ObjectStoreUnavailable;
import io.hongbi.grading.reading.SheetLayouts;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The layouts of worksheets in the object store; a printed one never changes, so some are kept. One
 * thread only.
 */
final class Layouts {

    /** A class hands in the pages of one worksheet after another. */
    private static final int KEPT = 32;

    private final ObjectStore store;
    private final Map<ObjectKey, SheetLayout> kept = new LinkedHashMap<>();

    Layouts(ObjectStore store) {
        this.store = store;
    }

    /**
     * @throws LayoutMissing if the store has none there; else as {@link ObjectStore#open} and
     *     {@link SheetLayouts#parse} do
     */
    SheetLayout get(ObjectKey key) {
        var layout = kept.get(key);
        if (layout == null) {
            layout = load(key);
            if (kept.size() == KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
            kept.put(key, layout);
        }
        return layout;
    }

    private SheetLayout load(ObjectKey key) {
        try (var in = store.open(key)) {
            return SheetLayouts.parse(in.readAllBytes());
        } catch (ObjectNotFound e) {
            throw new LayoutMissing(key, e);
        } catch (IOException e) {
            throw new ObjectStoreUnavailable(e);
        }
    }
}
