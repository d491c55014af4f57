package io.hongbi.submission.review;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hongbi.submission.marking.TeacherAct.Decision;
import io.hongbi.submission.review.InvalidAct.Reason;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a teacher decides about an answer: a mark, or what it says.
 *
 * @param response empty where nothing is answered
 * @param scope null means one
 */
public record OverrideRequest(
        @Nullable BigDecimal mark,
        @Nullable String response,
        @Nullable String comment,
        @Nullable Scope scope) {

    private static final int LONGEST_RESPONSE = 64;

    /** How far it goes. */
    public enum Scope {
        @JsonProperty("one")
        ONE,
        /** All papers where the machine sees the same, also later ones. */
        @JsonProperty("group")
        GROUP
    }

    Scope reach() {
        return scope == null ? Scope.ONE : scope;
    }

    /** Null where there is nothing to say. */
    @Nullable String remark() {
        return Remarks.checked("/comment", comment);
    }

    /**
     * @param points of the item: the most it can bring
     * @throws InvalidAct naming what is wrong
     */
    Decision decision(BigDecimal points) {
        remark();
        if (response != null) {
            Remarks.check("/response", response, LONGEST_RESPONSE);
        }
        if (mark != null && response != null) {
            throw new InvalidAct("/response", Reason.MARK_OR_RESPONSE);
        }
        if (response != null) {
            return new Decision.Response(response.strip());
        }
        if (mark == null) {
            throw new InvalidAct("/mark", Reason.MARK_OR_RESPONSE);
        }
        if (mark.signum() < 0) {
            throw new InvalidAct("/mark", Reason.NEGATIVE);
        }
        if (mark.compareTo(points) > 0) {
            throw new InvalidAct("/mark", Reason.ABOVE_MAXIMUM);
        }
        if (mark.stripTrailingZeros().scale() > 2) {
            throw new InvalidAct("/mark", Reason.TOO_PRECISE);
        }
        return new Decision.Mark(mark);
    }
}
