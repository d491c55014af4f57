package io.hongbi.submission.gradebook;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.gradebook.ReleaseDesk.Released;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A class at a glance, for those who teach it. */
@RestController
@RequestMapping("/api/v1/assignments")
@PreAuthorize("hasAnyRole('TEACHER', 'ADMIN')")
@Tag(name = "Marks")
class GradebookController {

    private final ReleaseDesk releases;

    GradebookController(ReleaseDesk releases) {
        this.releases = releases;
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
