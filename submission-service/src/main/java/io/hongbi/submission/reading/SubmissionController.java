package io.hongbi.submission.reading;

import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.marking.Score;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.submission.web.Cursor;
import io.hongbi.submission.web.ETags;
import io.hongbi.submission.web.Listing;
import io.hongbi.submission.web.Window;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Shows submissions to those whom they concern; operators see none. */
@RestController
@RequestMapping("/api/v1")
class SubmissionController {

    private static final String CONCERNED = "hasAnyRole('STUDENT', 'TEACHER', 'ADMIN')";
    private static final String TEACHING = "hasAnyRole('TEACHER', 'ADMIN')";

    private final Tenant tenant;
    private final SubmissionAccess access;
    private final Submissions submissions;
    private final SubmissionViews views;
    private final VisibleMarks marks;
    private final LiveEvents live;

    SubmissionController(
            Tenant tenant,
            SubmissionAccess access,
            Submissions submissions,
            SubmissionViews views,
            VisibleMarks marks,
            LiveEvents live) {
        this.tenant = tenant;
        this.access = access;
        this.submissions = submissions;
        this.views = views;
        this.marks = marks;
        this.live = live;
    }

    /** A line of the teacher's list; of who is missing only the student is known. */
    record Line(
            @Nullable SubmissionId id,
            PersonId studentId,
            @Nullable Integer attempt,
            @Nullable SubmissionState state,
            @Nullable Instant receivedAt,
            @Nullable Score score) {

        static Line of(Submission submission, @Nullable Score score) {
            return new Line(
                    submission.id(),
                    submission.studentId(),
                    submission.attempt(),
                    submission.state(),
                    submission.receivedAt(),
                    score);
        }

        static Line missing(PersonId student) {
            return new Line(null, student, null, null, null, null);
        }
    }

    @GetMapping("/submissions/{id}")
    @PreAuthorize(CONCERNED)
    SubmissionView show(
            Caller caller, @PathVariable SubmissionId id, HttpServletResponse response) {
        var view = tenant.in(caller.school(), () -> views.show(caller, access.require(caller, id)));
        // Not through a ResponseEntity: that would answer 304, and the addresses in what the client
        // has would be dead. The tag is for If-Match.
        response.setHeader(HttpHeaders.ETAG, ETags.of(view.version()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return view;
    }

    @GetMapping(path = "/submissions/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @PreAuthorize(CONCERNED)
    ResponseEntity<SseEmitter> follow(
            Caller caller,
            @PathVariable SubmissionId id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String seen) {
        tenant.in(caller.school(), () -> access.require(caller, id));
        var watcher = new Watcher(versionOf(seen));
        live.add(id, watcher);
        try {
            var now = tenant.in(caller.school(), () -> access.require(caller, id));
            watcher.tell(LiveEvents.Event.of(now));
        } catch (RuntimeException e) { // no answer, so nothing would ever find the watcher gone
            live.remove(id, watcher);
            throw e;
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Accel-Buffering", "no")
                .body(watcher.emitter());
    }

    @GetMapping("/assignments/{id}/submissions")
    @PreAuthorize(TEACHING)
    ResponseEntity<Listing<Line>> list(
            Caller caller,
            @PathVariable AssignmentId id,
            @RequestParam(defaultValue = "false") boolean missing,
            Window window) {
        return tenant.in(
                        caller.school(),
                        () -> {
                            var assignment = access.requireTaught(caller, id);
                            return missing ? missing(id, window) : latest(assignment, window);
                        })
                .toResponse();
    }

    private Listing<Line> latest(Assignment assignment, Window window) {
        var rows = submissions.latestOf(assignment.id(), window);
        var listed = Listing.of(window, rows, row -> Cursor.after(row.studentId()));
        var scores = marks.scores(assignment, listed.items());
        return listed.map(row -> Line.of(row, scores.get(row.id())));
    }

    private Listing<Line> missing(AssignmentId id, Window window) {
        var rows = submissions.missingIn(id, window);
        return Listing.of(window, rows, Cursor::after).map(Line::missing);
    }

    private static long versionOf(@Nullable String lastEventId) {
        try {
            return lastEventId == null ? 0 : Long.parseLong(lastEventId);
        } catch (NumberFormatException e) { // an id that was never given means nothing was seen
            return 0;
        }
    }
}
