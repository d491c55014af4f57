package io.hongbi.common.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the student hands in, and with it how the page is read. */
public enum AssignmentKind {
    /** Any page: notes, written homework. */
    @JsonProperty("notes")
    NOTES,
    /** Any page of sums. */
    @JsonProperty("arithmetic")
    ARITHMETIC,
    /** A sheet designed and printed with Hongbi. */
    @JsonProperty("worksheet")
    WORKSHEET
}
