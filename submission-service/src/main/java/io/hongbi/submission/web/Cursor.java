package io.hongbi.submission.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Where a list goes on: the sort keys of the last row shown. Opaque to clients.
 *
 * @param keys in the order in which the list sorts by them
 */
public record Cursor(List<String> keys) {

    private static final String SEPARATOR = "\u001f";

    public Cursor {
        keys = List.copyOf(keys);
    }

    public static Cursor after(Object... keys) {
        return new Cursor(List.of(keys).stream().map(Object::toString).toList());
    }

    /**
     * @throws InvalidCursor if the text was not made by {@link #toString()}
     */
    public static Cursor parse(String text) {
        try {
            var joined = new String(Base64.getUrlDecoder().decode(text), UTF_8);
            if (joined.indexOf('\0') >= 0) { // no row's key has one, and the database takes none
                throw new InvalidCursor(null);
            }
            return new Cursor(List.of(joined.split(SEPARATOR, -1)));
        } catch (IllegalArgumentException e) {
            throw new InvalidCursor(e);
        }
    }

    /**
     * @throws InvalidCursor if there are not that many keys
     */
    public String text(int index) {
        if (index >= keys.size()) {
            throw new InvalidCursor(null);
        }
        return keys.get(index);
    }

    /**
     * @throws InvalidCursor if that key is no UUID
     */
    public UUID uuid(int index) {
        try {
            return UUID.fromString(text(index));
        } catch (IllegalArgumentException e) {
            throw new InvalidCursor(e);
        }
    }

    /**
     * @throws InvalidCursor if that key is no number
     */
    public BigDecimal number(int index) {
        try {
            return new BigDecimal(text(index));
        } catch (NumberFormatException e) {
            throw new InvalidCursor(e);
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(UTF_8));
    }
}
