package io.hongbi.submission.gradebook;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.submission.marking.Score;
import io.hongbi.submission.marking.Verdict;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The marks of a class: what the latest attempt of each student brought.
 *
 * @param items in the order of the sheet, in which marks and verdicts stand too; none where each
 *     page asks something else, as pages of sums do: then there are states and scores only
 * @param students by student number; also those who handed in nothing. Of an answer to {@code
 *     updatedSince} only those whose marks may be others since
 * @param asOf what to ask {@code updatedSince} with the next time, so that nothing is missed; the
 *     last field, whatever stands before it says whether anything is different
 */
@JsonPropertyOrder({"keyVersion", "items", "students", "asOf"})
record Matrix(int keyVersion, List<Column> items, List<Row> students, Instant asOf) {

    Matrix {
        items = List.copyOf(items);
        students = List.copyOf(students);
    }

    /**
     * An item.
     *
     * @param facility the mean share of its points, of the marks that are known; null where none
     *     is, there is nothing to be won, or not the whole class is asked for
     */
    record Column(String itemId, BigDecimal max, @Nullable BigDecimal facility) {}

    /**
     * A student.
     *
     * @param submissionId null where nothing is handed in; so are state, score and all marks then
     */
    record Row(
            PersonId studentId,
            @Nullable SubmissionId submissionId,
            @Nullable SubmissionState state,
            @Nullable Score score,
            List<@Nullable BigDecimal> marks,
            List<@Nullable Verdict> verdicts) {

        Row {
            marks = Collections.unmodifiableList(new ArrayList<>(marks));
            verdicts = Collections.unmodifiableList(new ArrayList<>(verdicts));
        }
    }
}
