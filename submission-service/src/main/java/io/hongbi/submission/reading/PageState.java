package io.hongbi.submission.reading;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a page stands. */
public enum PageState {
    /** Not read yet. */
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("read")
    READ,
    /** The photo cannot be read; the student takes another one. */
    @JsonProperty("retake")
    RETAKE,
    /** The workers gave it up; an operator sees it. */
    @JsonProperty("failed")
    FAILED
}
