package io.hongbi.submission.review.regrade;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.submission.review.InvalidAct;
import io.hongbi.submission.review.InvalidAct.Reason;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A student asks for a second look at a mark.
 *
 * @param decidedBy null while it is open; so is {@code decidedAt}
 * @param comment of the teacher
 * @param actionId the override that came of it; null where none did
 */
record RegradeRequest(
        UUID id,
        AssignmentId assignmentId,
        SubmissionId submissionId,
        String itemId,
        PersonId studentId,
        String reason,
        Instant createdAt,
        State state,
        @Nullable PersonId decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String comment,
        @Nullable UUID actionId) {

    /** Where it stands. */
    enum State {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("accepted")
        ACCEPTED,
        @JsonProperty("declined")
        DECLINED;

        /**
         * By its name in the API.
         *
         * @throws InvalidAct if there is none such
         */
        static State named(String name) {
            return Arrays.stream(values())
                    .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(() -> new InvalidAct("/state", Reason.UNREADABLE));
        }
    }

    /** Counts its changes, from 1. */
    long version() {
        return state == State.OPEN ? 1 : 2;
    }
}
