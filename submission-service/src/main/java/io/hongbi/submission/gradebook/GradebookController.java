package io.hongbi.submission.gradebook;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.gradebook.ReleaseDesk.Released;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** A class at a glance, for those who teach it. */
@RestController
@RequestMapping("/api/v1/assignments")
@PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
@Tag(name = "Marks")
class GradebookController {

    private final ReleaseDesk releases;
    private final MatrixDesk matrix;
    private final JsonMapper json;

    GradebookController(ReleaseDesk releases, MatrixDesk matrix, JsonMapper json) {
        this.releases = releases;
        this.matrix = matrix;
        this.json = json;
    }

    @GetMapping(path = "/{id}/matrix", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "The marks of a class",
            description =
                    "Of the latest attempts, students by student number, marks and verdicts in the"
                            + " order of the items. Students who handed in nothing are there too."
                            + " With `If-None-Match` 304 while nothing is different. With"
                            + " `updatedSince`, the `asOf` of an earlier answer, only students"
                            + " whose marks may be others since, and no facilities.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = Matrix.class)))
    ResponseEntity<byte[]> matrix(
            Caller caller,
            @PathVariable AssignmentId id,
            @RequestParam(required = false) @Nullable Instant updatedSince)
            throws IOException {
        var shown = matrix.show(caller, id, updatedSince);
        var body = json.writeValueAsBytes(shown);
        int end = json.writeValueAsBytes(shown.asOf()).length + 1; // whenever it is looked at
        var version = new ByteArrayInputStream(body, 0, body.length - end);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag('"' + DigestUtils.md5DigestAsHex(version) + '"') // tells versions apart
                .body(body);
    }

    @PostMapping("/{id}:release")
    @Operation(
            summary = "Show students their marks",
            description =
                    "Certain marks at once, doubtful ones once they are decided. 409"
                            + " `nothing-to-release` while no mark is known. It is an action and"
                            + " can be undone; `actionId` is null where they were shown already.")
    Released release(Caller caller, @PathVariable AssignmentId id) {
        return releases.release(caller, id);
    }

    @PostMapping("/{id}:unrelease")
    @Operation(summary = "Show students no marks any more")
    Released takeBack(Caller caller, @PathVariable AssignmentId id) {
        return releases.takeBack(caller, id);
    }
}
