package io.hongbi.submission.marking;

import io.hongbi.submission.marking.AskedItem.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * By what an assignment is marked, one version of it: for teachers' eyes only.
 *
 * @param version from 1
 * @param keys by item id; none for sums, which are worked out
 * @param equalForms whether the right number counts however it is written
 */
public record KeyVersion(int version, Map<String, ItemKey> keys, boolean equalForms) {

    private static final ItemKey NONE = ItemKey.of(List.of(), BigDecimal.ZERO);
    private static final ItemKey SUM = ItemKey.of(List.of(), BigDecimal.ONE);

    public KeyVersion {
        keys = Map.copyOf(keys);
        if (version < 1) {
            throw new IllegalArgumentException("Versions start at 1, was " + version);
        }
    }

    /** One by which equal forms count. */
    public KeyVersion(int version, Map<String, ItemKey> keys) {
        this(version, keys, true);
    }

    /** Every sum is worth one point; nothing is what the version does not know. */
    public ItemKey of(AskedItem item) {
        return item.kind() == Kind.EXPRESSION ? SUM : keys.getOrDefault(item.itemId(), NONE);
    }

    /** Which items, and never the answers: they do not belong into logs. */
    @Override
    public String toString() {
        return "KeyVersion " + version + " of " + new TreeSet<>(keys.keySet());
    }
}
