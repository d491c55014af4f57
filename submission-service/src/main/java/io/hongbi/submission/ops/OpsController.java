package io.hongbi.submission.ops;

import io.hongbi.common.id.PageId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.ops.DeadLetters.Cause;
import io.hongbi.submission.ops.DeadLetters.Outcome;
import io.hongbi.submission.ops.DeadLetters.Selection;
import io.hongbi.submission.web.Listing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For whoever is on call: ids, times, counts and causes; no photo, no name. */
@RestController
@RequestMapping("/api/v1/ops")
@PreAuthorize("hasRole('OPS')")
@Tag(name = "Ops")
class OpsController {

    private final FlowCounts flow;
    private final PageStories stories;
    private final DeadLetters deadLetters;

    OpsController(FlowCounts flow, PageStories stories, DeadLetters deadLetters) {
        this.flow = flow;
        this.stories = stories;
        this.deadLetters = deadLetters;
    }

    /** Which pages are replayed; without a body all. */
    record Replay(
            @Nullable @Size(max = 200) String cause,
            @Nullable @Size(max = 1000) List<@NotNull PageId> pageIds) {

        Selection selection() {
            return new Selection(cause, pageIds);
        }
    }

    /** Which pages are given up for good, and why. */
    record Discard(
            @NotBlank @Size(max = 200) String reason,
            @Nullable @Size(max = 200) String cause,
            @Nullable @Size(max = 1000) List<@NotNull PageId> pageIds) {

        Selection selection() {
            return new Selection(cause, pageIds);
        }
    }

    @GetMapping("/flow")
    @Operation(summary = "How pages flow: backlog, and the last minute second by second")
    ResponseEntity<Flow> flow() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(flow.now());
    }

    @GetMapping("/pages/{pageOrReceipt}")
    @Operation(
            summary = "What became of a page, or of all pages of a receipt code",
            description = "Times at each station, deliveries, worker, reader versions.")
    ResponseEntity<Listing<PageStory>> pages(@PathVariable String pageOrReceipt) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Listing<>(stories.of(pageOrReceipt), null));
    }

    @GetMapping("/dead-letters")
    @Operation(
            summary = "Pages that were given up, by cause",
            description = "With each cause up to 20 pages are named, those that wait longest.")
    ResponseEntity<Listing<Cause>> deadLetters() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Listing<>(deadLetters.byCause(), null));
    }

    @PostMapping("/dead-letters:replay")
    @Operation(
            summary = "Have pages read again that were given up",
            description =
                    "All of them, or those of a `cause`, or of `pageIds`; 10,000 at once at most."
                            + " With `dryRun=true` nothing changes: the answer says what would.")
    Outcome replay(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) @Valid @Nullable Replay body) {
        var which = body == null ? new Selection(null, null) : body.selection();
        return deadLetters.replay(caller, which, dryRun);
    }

    @PostMapping("/dead-letters:discard")
    @Operation(
            summary = "Give pages up for good",
            description =
                    "They stay `failed` for their students, and are no longer listed nor counted."
                            + " The reason is kept with who said so. `:replay` of their `pageIds`"
                            + " takes it back.")
    Outcome discard(
            Caller caller,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody @Valid Discard body) {
        return deadLetters.discard(caller, body.selection(), body.reason(), dryRun);
    }
}
