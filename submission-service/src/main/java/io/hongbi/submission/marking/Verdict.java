package io.hongbi.submission.marking;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an answer is. */
public enum Verdict {
    @JsonProperty("right")
    RIGHT,
    @JsonProperty("wrong")
    WRONG,
    @JsonProperty("partial")
    PARTIAL,
    @JsonProperty("blank")
    BLANK,
    /** A teacher is asked; it has no mark until then. */
    @JsonProperty("doubtful")
    DOUBTFUL,
    /** Nothing to judge, or nothing to judge by. */
    @JsonProperty("not-marked")
    NOT_MARKED
}
