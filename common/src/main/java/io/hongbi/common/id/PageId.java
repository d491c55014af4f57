package io.hongbi.common.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** One stored photo at one place of a submission; a retake is another page. */
public record PageId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PageId {
        Objects.requireNonNull(value);
    }

    /** A new id, later ones sort after earlier ones. */
    public static PageId next() {
        return new PageId(Uuids.next());
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static PageId of(String text) {
        return new PageId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
