package io.hongbi.common.reading;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How sure the reader is, calibrated: 0 is a guess, 1 is certain. */
public record Confidence(@JsonValue double value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Confidence {
        UnitInterval.require(value, "Confidence");
    }
}
