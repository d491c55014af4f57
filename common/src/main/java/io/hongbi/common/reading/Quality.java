package io.hongbi.common.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Whether the photo can be read, and what to do about it.
 *
 * @param reasons why it has to be taken again, the most telling first; empty when ok
 * @param sharpness 0 (blurred) to 1 (sharp), measured where there is writing
 * @param light 0 (dark) to 1 (bright)
 */
public record Quality(Verdict verdict, List<Reason> reasons, double sharpness, double light) {

    public Quality {
        reasons = List.copyOf(reasons);
        UnitInterval.require(sharpness, "Sharpness");
        UnitInterval.require(light, "Light");
        if ((verdict == Verdict.OK) != reasons.isEmpty()) {
            throw new IllegalArgumentException("A retake has a reason, an ok has none");
        }
    }

    /** Whether the photo serves. */
    public enum Verdict {
        @JsonProperty("ok")
        OK,
        @JsonProperty("retake")
        RETAKE
    }

    /** Why a photo has to be taken again. */
    public enum Reason {
        @JsonProperty("blurred")
        BLURRED,
        @JsonProperty("dark")
        DARK,
        @JsonProperty("glare")
        GLARE,
        @JsonProperty("cut-off")
        CUT_OFF,
        @JsonProperty("too-small")
        TOO_SMALL,
        @JsonProperty("unreadable")
        UNREADABLE,
        @JsonProperty("not-homework")
        NOT_HOMEWORK,
        @JsonProperty("wrong-sheet")
        WRONG_SHEET,
        @JsonProperty("wrong-student")
        WRONG_STUDENT
    }
}
