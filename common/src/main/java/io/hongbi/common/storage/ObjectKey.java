package io.hongbi.common.storage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The name of an object: segments of letters, digits, dots, dashes and underscores, parted by
 * slashes; at most 512 characters, 255 in a segment. No segment starts with a dot, so a key never
 * leaves its folder.
 */
public record ObjectKey(@JsonValue String value) implements Comparable<ObjectKey> {

    private static final Pattern VALID =
            Pattern.compile(
                    "[A-Za-z0-9_-][A-Za-z0-9._-]{0,254}(/[A-Za-z0-9_-][A-Za-z0-9._-]{0,254})*");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ObjectKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "An object key is made of plain segments and slashes");
        }
    }

    /** The content type that the key's ending stands for; bytes of no known kind otherwise. */
    public String contentType() {
        return switch (value.substring(value.lastIndexOf('.') + 1)) {
            case "jpg", "jpeg" -> "image/jpeg";
            case "png" -> "image/png";
            case "webp" -> "image/webp";
            case "json" -> "application/json";
            default -> "application/octet-stream";
        };
    }

    static boolean isValid(String value) {
        return value.length() <= 512 && VALID.matcher(value).matches();
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
