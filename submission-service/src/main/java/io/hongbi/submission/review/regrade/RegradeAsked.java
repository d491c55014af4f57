package io.hongbi.submission.review.regrade;

import io.hongbi.submission.review.InvalidAct;
import io.hongbi.submission.review.InvalidAct.Reason;
import io.hongbi.submission.review.Remarks;
import org.jspecify.annotations.Nullable;

/**
 * What a student sends.
 *
 * @param reason 1 to 1000 characters
 */
record RegradeAsked(@Nullable String reason) {

    /**
     * @throws InvalidAct if there is no reason, or it is too long
     */
    String checked() {
        var text = Remarks.checked("/reason", reason);
        if (text == null) {
            throw new InvalidAct("/reason", Reason.MISSING);
        }
        return text;
    }
}
