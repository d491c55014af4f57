package io.hongbi.common.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** A tenant; every row and every object belongs to one. */
public record SchoolId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SchoolId {
        Objects.requireNonNull(value);
    }

    /** A new id, later ones sort after earlier ones. */
    public static SchoolId next() {
        return new SchoolId(Uuids.next());
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static SchoolId of(String text) {
        return new SchoolId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
