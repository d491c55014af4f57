package io.hongbi.common.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** One attempt of one student at one assignment. */
public record SubmissionId(@JsonValue UUID value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SubmissionId {
        Objects.requireNonNull(value);
    }

    /** A new id, later ones sort after earlier ones. */
    public static SubmissionId next() {
        return new SubmissionId(Uuids.next());
    }

    /**
     * @throws IllegalArgumentException if the text is no UUID
     */
    public static SubmissionId of(String text) {
        return new SubmissionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
