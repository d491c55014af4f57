package io.hongbi.submission.reading;

import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.reading.AnnotatedPages.ReadPage;
import io.hongbi.submission.reading.marks.MarkViews.Shown;
import io.hongbi.submission.tenant.Tenant;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows pages with marks drawn on them. */
@RestController
@RequestMapping("/api/v1")
class AnnotatedPageController {

    private final Tenant tenant;
    private final SubmissionAccess access;
    private final SubmissionViews views;
    private final VisibleMarks marks;
    private final AnnotatedPages pages;

    AnnotatedPageController(
            Tenant tenant,
            SubmissionAccess access,
            SubmissionViews views,
            VisibleMarks marks,
            AnnotatedPages pages) {
        this.tenant = tenant;
        this.access = access;
        this.views = views;
        this.marks = marks;
        this.pages = pages;
    }

    private record Drawing(ReadPage page, Shown shown) {}

    @GetMapping("/submissions/{id}/pages/{number}/annotated")
    @PreAuthorize("hasAnyRole('STUDENT', 'TEACHER', 'ADMIN')")
    @Operation(
            summary = "The preview of a page, with the marks that you may see drawn on it",
            description =
                    "A tick is right, a tick with a stroke through it partly right, a cross wrong"
                            + " with the right answer beside it where you may see that, a question"
                            + " mark waits for a teacher, a faint frame was left blank. Before"
                            + " marks are released a student gets the plain preview.")
    @ApiResponse(responseCode = "200", content = @Content(mediaType = MediaType.IMAGE_JPEG_VALUE))
    ResponseEntity<byte[]> annotated(
            Caller caller, @PathVariable SubmissionId id, @PathVariable int number) {
        var drawing =
                tenant.in(
                        caller.school(),
                        () -> {
                            var submission = access.require(caller, id);
                            var page =
                                    views.readPage(id, number).orElseThrow(SubmissionNotFound::new);
                            return new Drawing(page, marks.of(caller, submission));
                        });
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_JPEG)
                .body(pages.draw(drawing.page(), drawing.shown()));
    }
}
