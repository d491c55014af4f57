package io.hongbi.common.event;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a submission stands; derived from facts, the first that applies wins, in this order. */
public enum SubmissionState {
    /** A page is dead-lettered; an operator sees it. */
    @JsonProperty("failed")
    FAILED,
    /** A page cannot be read; the student is told which and why. */
    @JsonProperty("retake")
    RETAKE,
    /** A page waits to be announced to the workers. */
    @JsonProperty("received")
    RECEIVED,
    /** All pages are announced, not all are read. */
    @JsonProperty("reading")
    READING,
    /** A doubtful answer waits for a teacher. */
    @JsonProperty("needs-review")
    NEEDS_REVIEW,
    /** Everything is read and marked. */
    @JsonProperty("graded")
    GRADED,
    /** The student sees the marks. */
    @JsonProperty("released")
    RELEASED
}
