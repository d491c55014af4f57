package io.hongbi.submission.assignment;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SchoolClassId;
import io.hongbi.common.id.WorksheetId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.assignment.Assignment.Release;
import io.hongbi.submission.assignment.Assignment.ShowAnswers;
import io.hongbi.submission.marking.CompletionRule;
import io.hongbi.submission.web.Cursor;
import io.hongbi.submission.web.ETags;
import io.hongbi.submission.web.Listing;
import io.hongbi.submission.web.Window;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Assignments")
class AssignmentController {

    private final AssignmentDesk desk;
    private final JsonMapper json;

    AssignmentController(AssignmentDesk desk, JsonMapper json) {
        this.desk = desk;
        this.json = json;
    }

    @PostMapping("/classes/{classId}/assignments")
    @PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
    @Operation(
            summary = "Set an assignment",
            description =
                    "A worksheet is handed out in its newest revision, and its keys become"
                            + " version 1 of the assignment's; sums (`arithmetic`) need no key. It"
                            + " opens at once unless `opensAt` says otherwise. `releaseAt`, where"
                            + " release is `manual` (then the default), releases the marks at that"
                            + " time. With `equalForms` false a right number counts only as it is"
                            + " usually written: 2.5, not 2.50 nor .5 for 0.5. Of notes,"
                            + " `completionMarks` gives marks by how much is done:"
                            + " `{\"complete\": 1, \"partial\": null, \"blank\": 0}`, partial null"
                            + " being the share of `complete` that is done.")
    @ApiResponse(responseCode = "201", description = "Created")
    ResponseEntity<AssignmentView> set(
            Caller caller,
            @PathVariable SchoolClassId classId,
            @Valid @RequestBody AssignmentRequest request) {
        var assignment = desk.set(caller, classId, request.subject(), request.terms());
        return ResponseEntity.created(URI.create("/api/v1/assignments/" + assignment.id()))
                .eTag(ETags.of(assignment.version()))
                .body(AssignmentView.of(assignment));
    }

    @GetMapping("/classes/{classId}/assignments")
    @PreAuthorize("hasAnyRole('STUDENT', 'TEACHER', 'ADMIN')")
    @Operation(summary = "The assignments of a class, the newest first")
    ResponseEntity<Listing<AssignmentView>> list(
            Caller caller, @PathVariable SchoolClassId classId, Window window) {
        var rows = desk.list(caller, classId, window);
        return Listing.of(window, rows, row -> Cursor.after(row.id()))
                .map(AssignmentView::of)
                .toResponse();
    }

    @GetMapping("/assignments/{id}")
    @PreAuthorize("hasAnyRole('STUDENT', 'TEACHER', 'ADMIN')")
    ResponseEntity<AssignmentView> show(Caller caller, @PathVariable AssignmentId id) {
        return answer(desk.show(caller, id));
    }

    @PatchMapping(
            path = "/assignments/{id}",
            consumes = {"application/json", "application/merge-patch+json"})
    @PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
    @Operation(summary = "Change some terms: what is absent stays, null takes a time away")
    ResponseEntity<AssignmentView> change(
            Caller caller,
            @PathVariable AssignmentId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ObjectNode patch) {
        return answer(desk.change(caller, id, ifMatch, new TermsPatch(json, patch)::applyTo));
    }

    @DeleteMapping("/assignments/{id}")
    @PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take an assignment back",
            description =
                    "Only while nothing is handed in for it; afterwards 409 `assignment-in-use`."
                            + " Set `closesAt` instead: then no more pages are taken.")
    void delete(
            Caller caller,
            @PathVariable AssignmentId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        desk.delete(caller, id, ifMatch);
    }

    private static ResponseEntity<AssignmentView> answer(Assignment assignment) {
        return ResponseEntity.ok()
                .eTag(ETags.of(assignment.version()))
                .body(AssignmentView.of(assignment));
    }

    record AssignmentRequest(
            @NotBlank String title,
            @NotNull AssignmentKind kind,
            @Nullable WorksheetId worksheetId,
            @JsonDeserialize(using = SchoolTime.class) @Nullable Instant opensAt,
            @JsonDeserialize(using = SchoolTime.class) @Nullable Instant dueAt,
            @JsonDeserialize(using = SchoolTime.class) @Nullable Instant closesAt,
            @JsonDeserialize(using = SchoolTime.class) @Nullable Instant releaseAt,
            @Nullable Release release,
            @Nullable ShowAnswers showAnswers,
            @Nullable Boolean equalForms,
            @Nullable CompletionRule completionMarks) {

        Subject subject() {
            return new Subject(kind, worksheetId);
        }

        Terms terms() {
            return new Terms(
                    title,
                    opensAt == null ? Instant.now() : opensAt,
                    dueAt,
                    closesAt,
                    releaseAt,
                    release == null ? defaultRelease() : release,
                    showAnswers == null ? ShowAnswers.WITH_MARKS : showAnswers,
                    equalForms == null || equalForms,
                    completionMarks);
        }

        private Release defaultRelease() {
            return kind == AssignmentKind.WORKSHEET || releaseAt != null
                    ? Release.MANUAL
                    : Release.AUTOMATIC;
        }
    }

    /**
     * An assignment.
     *
     * @param released whether students see marks as soon as they are known
     * @param equalForms whether a right number counts however it is written: 2.50 for 2.5
     */
    record AssignmentView(
            AssignmentId id,
            SchoolClassId classId,
            String title,
            AssignmentKind kind,
            @Nullable WorksheetId worksheetId,
            @Nullable Integer worksheetRevision,
            Instant opensAt,
            @Nullable Instant dueAt,
            @Nullable Instant closesAt,
            @Nullable Instant releaseAt,
            Release release,
            boolean released,
            ShowAnswers showAnswers,
            boolean equalForms,
            @Nullable CompletionRule completionMarks,
            Instant createdAt,
            Instant updatedAt) {

        static AssignmentView of(Assignment a) {
            return new AssignmentView(
                    a.id(),
                    a.classId(),
                    a.title(),
                    a.kind(),
                    a.worksheet() == null ? null : a.worksheet().id(),
                    a.worksheet() == null ? null : a.worksheet().revision(),
                    a.opensAt(),
                    a.dueAt(),
                    a.closesAt(),
                    a.releaseAt(),
                    a.release(),
                    a.releaseInForce() == Release.AUTOMATIC,
                    a.showAnswers(),
                    a.equalForms(),
                    a.completionMarks(),
                    a.createdAt(),
                    a.updatedAt());
        }
    }
}
