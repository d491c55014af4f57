package io.hongbi.submission.review.regrade;

import io.hongbi.submission.review.InvalidAct;
import io.hongbi.submission.review.InvalidAct.Reason;
import io.hongbi.submission.review.OverrideRequest;
import io.hongbi.submission.review.Remarks;
import io.hongbi.submission.review.regrade.RegradeRequest.State;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a teacher answers.
 *
 * @param state accepted or declined
 * @param comment for the student, up to 1000 characters
 * @param mark the new mark, with {@code accepted} only
 * @param response what the answer says, instead of a mark
 */
record RegradeDecision(
        @Nullable State state,
        @Nullable String comment,
        @Nullable BigDecimal mark,
        @Nullable String response) {

    /**
     * @throws InvalidAct unless it is accepted or declined
     */
    State end() {
        if (state == null || state == State.OPEN) {
            throw new InvalidAct("/state", state == null ? Reason.MISSING : Reason.UNREADABLE);
        }
        return state;
    }

    /** Null where there is nothing to say. */
    @Nullable String remark() {
        return Remarks.checked("/comment", comment);
    }

    /**
     * The override that it makes; null where it makes none.
     *
     * @throws InvalidAct if a declined one has any
     */
    @Nullable OverrideRequest act() {
        if (mark == null && response == null) {
            return null;
        }
        if (end() == State.DECLINED) {
            throw new InvalidAct(mark == null ? "/response" : "/mark", Reason.DECLINED);
        }
        return new OverrideRequest(mark, response, remark(), null);
    }
}
