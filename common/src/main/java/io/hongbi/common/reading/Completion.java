package io.hongbi.common.reading;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How much of the page is done.
 *
 * @param share answer places used of answer places found, 0 to 1
 * @param confidence of {@code value}
 */
public record Completion(Value value, double share, Confidence confidence) {

    public Completion {
        UnitInterval.require(share, "Share");
    }

    /** Blank below a share of 0.05, complete from 0.9, partial between. */
    public enum Value {
        @JsonProperty("blank")
        BLANK,
        @JsonProperty("partial")
        PARTIAL,
        @JsonProperty("complete")
        COMPLETE
    }
}
