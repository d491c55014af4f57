package io.hongbi.submission.gradebook.notes;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SubmissionId;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notes that stand out, or were called excellent.
 *
 * @param excellent whether a teacher says so and the student has not withdrawn them
 * @param withdrawn whether the student does not want them shown, whatever a teacher says
 * @param reasons why they are a candidate; none where they are not
 */
record ExcellentNote(
        SubmissionId submissionId,
        PersonId studentId,
        boolean excellent,
        boolean withdrawn,
        List<Reason> reasons) {

    ExcellentNote {
        reasons = List.copyOf(reasons);
    }

    /**
     * One of them.
     *
     * @param value what was measured, 0 to 1; null where nothing was
     * @param text the same as a sentence
     */
    record Reason(Code code, @Nullable BigDecimal value, String text) {}

    /** What speaks for them. */
    enum Code {
        @JsonProperty("complete")
        COMPLETE,
        /** Letters of one size on steady lines, more so than with three of four in the class. */
        @JsonProperty("neat")
        NEAT,
        @JsonProperty("on-time")
        ON_TIME
    }
}
