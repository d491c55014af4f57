package io.hongbi.submission.assignment;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SchoolClassId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.WorksheetId;
import io.hongbi.submission.marking.CompletionRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a class is asked to hand in.
 *
 * @param worksheet the sheet that is handed out; null for other kinds
 * @param opensAt from when on pages are taken
 * @param dueAt when it should be there; later ones are still taken; null when there is no such time
 * @param closesAt until when pages are taken; null when always
 * @param releaseAt when the system releases marks that are held back; null when it does not
 * @param releaseInForce what a teacher has decided since, or else {@code release}
 * @param equalForms whether a right number counts however it is written: 2.50 for 2.5
 * @param completionMarks what notes are worth; null where they have no marks, as other kinds
 * @param version counts its changes, from 1
 */
public record Assignment(
        AssignmentId id,
        SchoolId schoolId,
        SchoolClassId classId,
        String title,
        AssignmentKind kind,
        @Nullable Sheet worksheet,
        Instant opensAt,
        @Nullable Instant dueAt,
        @Nullable Instant closesAt,
        @Nullable Instant releaseAt,
        Release release,
        Release releaseInForce,
        ShowAnswers showAnswers,
        boolean equalForms,
        @Nullable CompletionRule completionMarks,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** Whether pages are taken at that time: opening is included, closing is not. */
    public boolean isOpenAt(Instant time) {
        return !time.isBefore(opensAt) && (closesAt == null || time.isBefore(closesAt));
    }

    /** One revision of a worksheet; the assignment stays with it. */
    public record Sheet(WorksheetId id, int revision) {}

    /** When students see their marks. */
    public enum Release {
        /** As soon as they are certain. */
        @JsonProperty("automatic")
        AUTOMATIC,
        /** When the teacher says so. */
        @JsonProperty("manual")
        MANUAL
    }

    /** When students see the right answers. */
    public enum ShowAnswers {
        @JsonProperty("with-marks")
        WITH_MARKS,
        @JsonProperty("after-due")
        AFTER_DUE,
        @JsonProperty("never")
        NEVER
    }
}
