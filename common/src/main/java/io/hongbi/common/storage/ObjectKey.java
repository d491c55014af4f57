package io.hongbi.common.storage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The name of an object: segments of letters, digits, dots, dashes and underscores, parted by
 * slashes; at most 512 characters. No segment starts with a dot, so a key never leaves its folder.
 */
public record ObjectKey(@JsonValue String value) implements Comparable<ObjectKey> {

    private static final Pattern VALID =
            Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ObjectKey {
        if (value.length() > 512 || !VALID.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "An object key is made of plain segments and slashes");
        }
    }

    @Override
    public int compareTo(ObjectKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
