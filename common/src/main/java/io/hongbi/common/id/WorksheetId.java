package io.hongbi.common.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** A sheet that is designed, printed and read with Hongbi; all its revisions share the id. */
public record WorksheetId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WorksheetId {
        Objects.requireNonNull(value);
    }

    /** A new id, later ones sort after earlier ones. */
    public static WorksheetId next() {
        return new WorksheetId(Uuids.next());
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static WorksheetId of(String text) {
        return new WorksheetId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
