package io.hongbi.submission.review.regrade;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.review.regrade.RegradeDesk.Evident;
import io.hongbi.submission.review.regrade.RegradeRequest.State;
import io.hongbi.submission.web.ETags;
import io.hongbi.submission.web.Listing;
import io.hongbi.submission.web.Window;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Second looks at marks: asked for by students, decided by teachers. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Marks")
class RegradeController {

    private final RegradeDesk desk;

    RegradeController(RegradeDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/submissions/{id}/items/{itemId}/regrade-requests")
    @PreAuthorize("hasRole('STUDENT')")
    @Operation(
            summary = "Ask for a second look at a mark of your own",
            description =
                    "`{\"reason\": \"...\"}`. 409 `regrade-not-released` where you see no mark,"
                            + " `regrade-window-over` more than seven days (unless the school's"
                            + " operator says otherwise) after you could see it,"
                            + " `regrade-already-open` while one waits, `regrade-not-the-latest`"
                            + " where a newer attempt counts.")
    @ApiResponse(responseCode = "201", description = "Created")
    ResponseEntity<Evident> ask(
            Caller caller,
            @PathVariable SubmissionId id,
            @PathVariable String itemId,
            @RequestBody RegradeAsked asked) {
        var made = desk.ask(caller, id, itemId, asked);
        return ResponseEntity.created(URI.create("/api/v1/regrade-requests/" + made.request().id()))
                .eTag(ETags.of(made.request().version()))
                .body(made);
    }

    @GetMapping("/submissions/{id}/regrade-requests")
    @PreAuthorize("hasAnyRole('STUDENT', 'TEACHER', 'ADMIN')")
    @Operation(summary = "Second looks asked for on a submission, the oldest first")
    Listing<Evident> ofSubmission(Caller caller, @PathVariable SubmissionId id) {
        return new Listing<>(desk.of(caller, id), null);
    }

    @GetMapping("/assignments/{id}/regrade-requests")
    @PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
    @Operation(
            summary = "Second looks asked for, the oldest first",
            description =
                    "With the evidence: crop, reading and the mark as it is now. `state` names"
                            + " those that are `open`, `accepted` or `declined`.")
    ResponseEntity<Listing<Evident>> list(
            Caller caller,
            @PathVariable AssignmentId id,
            @Parameter(schema = @Schema(allowableValues = {"open", "accepted", "declined"}))
                    @RequestParam(required = false)
                    @Nullable String state,
            Window window) {
        return desk.list(caller, id, state == null ? null : State.named(state), window)
                .toResponse();
    }

    @GetMapping("/regrade-requests/{id}")
    @PreAuthorize("hasAnyRole('STUDENT', 'TEACHER', 'ADMIN')")
    @Operation(summary = "One of your own, or of a class that you teach")
    ResponseEntity<Evident> show(Caller caller, @PathVariable UUID id) {
        return answer(desk.show(caller, id));
    }

    @PatchMapping(
            path = "/regrade-requests/{id}",
            consumes = {"application/json", "application/merge-patch+json"})
    @PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
    @Operation(
            summary = "Decide it",
            description =
                    "`{\"state\": \"accepted\", \"comment\": \"...\"}`; accepted ones may bring a"
                            + " `mark` or a `response`, which makes an override that can be undone"
                            + " as any. 409 `regrade-already-decided` the second time.")
    ResponseEntity<Evident> decide(
            Caller caller,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RegradeDecision decision) {
        return answer(desk.decide(caller, id, ifMatch, decision));
    }

    private static ResponseEntity<Evident> answer(Evident evident) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(ETags.of(evident.request().version()))
                .body(evident);
    }
}
