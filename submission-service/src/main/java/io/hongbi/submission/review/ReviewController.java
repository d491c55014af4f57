package io.hongbi.submission.review;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.review.ActionDesk.Undoing;
import io.hongbi.submission.review.Claims.Claim;
import io.hongbi.submission.review.OwnerDesk.Said;
import io.hongbi.submission.review.ReviewDesk.Decided;
import io.hongbi.submission.web.ETags;
import io.hongbi.submission.web.Listing;
import io.hongbi.submission.web.Window;
import io.swagger.v3.oas.annotations.Operation;
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
import org.springframework.web.bind.annotation.RestController;

/** What teachers decide about answers, and take back. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
@Tag(name = "Marks")
class ReviewController {

    private static final String ITEM = "/submissions/{id}/items/{itemId}";

    private final ReviewDesk desk;
    private final ActionDesk actions;
    private final OwnerDesk owners;

    ReviewController(ReviewDesk desk, ActionDesk actions, OwnerDesk owners) {
        this.desk = desk;
        this.actions = actions;
        this.owners = owners;
    }

    /**
     * @param belongs whether the sheet is that of whom it is handed in for
     */
    record OwnerRequest(@Nullable Boolean belongs) {}

    @PostMapping(ITEM + "/overrides")
    @Operation(
            summary = "Decide about an answer",
            description =
                    "Either its `mark` or its `response`, which the key then judges; an empty"
                            + " response is a blank one. With scope `group` on all papers where the"
                            + " machine sees the same answer, also those that come later; a"
                            + " decision on one paper stands above it. 409 `claimed` while another"
                            + " teacher looks at the answer.")
    @ApiResponse(responseCode = "201", description = "Created")
    ResponseEntity<Decided> override(
            Caller caller,
            @PathVariable SubmissionId id,
            @PathVariable String itemId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody OverrideRequest request) {
        var decided = desk.override(caller, id, itemId, request, ifMatch);
        return ResponseEntity.created(
                        URI.create("/api/v1/submissions/" + id + "/items/" + itemId + "/layers"))
                .eTag(ETags.of(decided.version()))
                .body(decided);
    }

    @GetMapping(ITEM + "/layers")
    @Operation(summary = "Why a mark is what it is: readings, rule, overrides")
    ResponseEntity<Layers> layers(
            Caller caller, @PathVariable SubmissionId id, @PathVariable String itemId) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(desk.layers(caller, id, itemId));
    }

    @PostMapping(ITEM + ":claim")
    @Operation(
            summary = "Keep an answer to yourself for 60 s",
            description = "409 `claimed` while it is another teacher's. Again means longer.")
    Claim claim(Caller caller, @PathVariable SubmissionId id, @PathVariable String itemId) {
        return desk.claim(caller, id, itemId);
    }

    @PatchMapping("/submissions/{id}/pages/{number}")
    @Operation(
            summary = "Say whether a sheet is the student's",
            description =
                    "`{\"belongs\": true}` lets a photo count that came back as `wrong-student`,"
                            + " `false` sends one back. It is not read again. An action, which can"
                            + " be undone.")
    ResponseEntity<Said> sayWhose(
            Caller caller,
            @PathVariable SubmissionId id,
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody OwnerRequest request) {
        if (request.belongs() == null) {
            throw new InvalidAct("/belongs", InvalidAct.Reason.MISSING);
        }
        var said = owners.say(caller, id, number, request.belongs(), ifMatch);
        return ResponseEntity.ok().eTag(ETags.of(said.version())).body(said);
    }

    @GetMapping("/assignments/{id}/actions")
    @Operation(summary = "What was done to the marks, the newest first")
    ResponseEntity<Listing<Action>> actions(
            Caller caller, @PathVariable AssignmentId id, Window window) {
        return actions.list(caller, id, window).toResponse();
    }

    @PostMapping("/actions/{id}:undo")
    @Operation(
            summary = "Take an action back",
            description =
                    "An undoing can be undone too, which brings back what it took away. 409"
                            + " `already-undone` where it is undone at present.")
    Undoing undo(Caller caller, @PathVariable UUID id) {
        return actions.undo(caller, id);
    }
}
