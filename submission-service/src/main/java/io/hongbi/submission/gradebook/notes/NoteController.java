package io.hongbi.submission.gradebook.notes;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.web.Listing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Notes that are excellent: a teacher says so, the student may withdraw them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Marks")
class NoteController {

    private final NoteDesk desk;

    NoteController(NoteDesk desk) {
        this.desk = desk;
    }

    /** What a teacher says. */
    record Tick(@NotNull Boolean excellent) {}

    /** What a student wants. */
    record Wish(@NotNull Boolean withdrawn) {}

    @GetMapping("/assignments/{id}/excellent-notes")
    @PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
    @Operation(
            summary = "Candidates for excellent notes, and those that were called so",
            description =
                    "A candidate is complete (from 0.9 on) and of the neatest quarter of the class"
                            + " (letters of one size on steady lines; told of four papers or more);"
                            + " its reasons say so. The neatest first.")
    Listing<ExcellentNote> list(Caller caller, @PathVariable AssignmentId id) {
        return new Listing<>(desk.list(caller, id), null);
    }

    @PutMapping("/assignments/{id}/excellent-notes/{submissionId}")
    @PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
    @Operation(
            summary = "Call notes excellent, or no more",
            description = "409 `note-withdrawn` where the student does not want it.")
    ExcellentNote tick(
            Caller caller,
            @PathVariable AssignmentId id,
            @PathVariable SubmissionId submissionId,
            @Valid @RequestBody Tick tick) {
        return desk.tick(caller, id, submissionId, tick.excellent());
    }

    @GetMapping("/submissions/{id}/excellent-note")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(summary = "Whether notes of your own are called excellent")
    ExcellentNote own(Caller caller, @PathVariable SubmissionId id) {
        return desk.own(caller, id);
    }

    @PutMapping("/submissions/{id}/excellent-note")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(
            summary = "Withdraw notes of your own, or let them be shown again",
            description = "A withdrawal stands whatever a teacher says, before and after.")
    ExcellentNote withdraw(
            Caller caller, @PathVariable SubmissionId id, @Valid @RequestBody Wish wish) {
        return desk.withdraw(caller, id, wish.withdrawn());
    }
}
