package io.hongbi.common.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** A class of a school. */
public record SchoolClassId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SchoolClassId {
        Objects.requireNonNull(value);
    }

    /** A new id, later ones sort after earlier ones. */
    public static SchoolClassId next() {
        return new SchoolClassId(Uuids.next());
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static SchoolClassId of(String text) {
        return new SchoolClassId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
