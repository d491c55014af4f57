package io.hongbi.submission.review;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.review.KeyDesk.KeyView;
import io.hongbi.submission.review.KeyDesk.Outcome;
import io.hongbi.submission.web.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Answer keys, for teachers' eyes only. */
@RestController
@RequestMapping("/api/v1/assignments/{id}/keys")
@PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
@Tag(name = "Marks")
class KeyController {

    private final KeyDesk desk;

    KeyController(KeyDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Operation(summary = "The answer key that counts")
    ResponseEntity<KeyView> show(Caller caller, @PathVariable AssignmentId id) {
        var view = desk.show(caller, id);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(ETags.of(view.revision()))
                .body(view);
    }

    @PostMapping
    @Operation(
            summary = "Change the answer key; marks follow",
            description =
                    "`{\"keys\": {\"q1\": \"C\", \"q4\": {\"answers\": [\"43\"], \"points\": 2}}}`:"
                            + " a string is the one right answer. What is absent stays as it was."
                            + " With `dryRun=true` nothing changes and the answer is 200: who would"
                            + " gain and who would lose, by their share of the maximum. 409"
                            + " `key-not-needed` for sums, which are worked out.")
    @ApiResponse(responseCode = "201", description = "Created")
    @ApiResponse(responseCode = "200", description = "Tried out, nothing is changed")
    ResponseEntity<Outcome> change(
            Caller caller,
            @PathVariable AssignmentId id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ObjectNode body) {
        return dryRun
                ? ResponseEntity.ok(desk.tryOut(caller, id, body))
                : ResponseEntity.created(URI.create("/api/v1/assignments/" + id + "/keys"))
                        .body(desk.change(caller, id, body, ifMatch));
    }
}
