package io.hongbi.common.layout;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must be true of every sheet. */
final class SheetRules {

    private static final Pattern ITEM_ID = Pattern.compile("q[1-9][0-9]{0,3}");

    private SheetRules() {}

    /** Nothing lies on the very edge, so a zero means that a field was left out. */
    static void requirePositive(double value, String name) {
        if (!(value > 0 && value < 1000)) { // negated, so that NaN is refused too
            throw new IllegalArgumentException(name + " must lie in (0, 1000) mm, was " + value);
        }
    }

    static void requireItemId(String itemId) {
        if (!ITEM_ID.matcher(itemId).matches()) {
            throw new IllegalArgumentException("Items are named q1, q2, ..., was " + itemId);
        }
    }

    static void requireBetween(int count, int least, int most) {
        if (count < least || count > most) {
            throw new IllegalArgumentException(
                    "There are " + least + " to " + most + ", was " + count);
        }
    }

    /** Bubbles stand in the order in which their values are read. */
    static void requireValues(List<Bubble> bubbles, String values) {
        var found = bubbles.stream().map(Bubble::value).collect(Collectors.joining());
        if (!found.equals(values)) {
            throw new IllegalArgumentException("Bubbles are " + values + ", was " + found);
        }
    }
}
