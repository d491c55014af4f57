package io.hongbi.submission.marking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One version of the answer key of an assignment: for teachers' eyes only.
 *
 * @param version from 1
 * @param keys by item id
 */
public record KeyVersion(int version, Map<String, ItemKey> keys) {

    private static final ItemKey NONE = ItemKey.of(List.of(), BigDecimal.ZERO);

    public KeyVersion {
        keys = Map.copyOf(keys);
        if (version < 1) {
            throw new IllegalArgumentException("Versions start at 1, was " + version);
        }
    }

    /** Worth nothing where the version does not know the item. */
    ItemKey of(String itemId) {
        return keys.getOrDefault(itemId, NONE);
    }

    /** Which items, and never the answers: they do not belong into logs. */
    @Override
    public String toString() {
        return "KeyVersion " + version + " of " + new TreeSet<>(keys.keySet());
    }
}
