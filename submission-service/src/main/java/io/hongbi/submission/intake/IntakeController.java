package io.hongbi.submission.intake;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.intake.Admission.Place;
import io.hongbi.submission.reading.SubmissionView;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.submission.web.ETags;
import io.hongbi.submission.web.IdempotencyKey;
import io.hongbi.submission.web.IdempotentRequests;
import io.hongbi.submission.web.IdempotentRequests.Outcome;
import io.hongbi.submission.web.KeptAnswer;
import io.hongbi.submission.web.RequestDigest;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Takes uploads. Whether one is allowed at all is decided before its body is read. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasAnyRole('STUDENT', 'TEACHER')")
class IntakeController {

    private final Tenant tenant;
    private final Admission admission;
    private final UploadReader reader;
    private final Intake intake;
    private final IdempotentRequests requests;
    private final JsonMapper json;
    private final int maxPages;
    private final Timer timer;

    IntakeController(
            Tenant tenant,
            Admission admission,
            UploadReader reader,
            Intake intake,
            IdempotentRequests requests,
            JsonMapper json,
            IntakeProperties properties,
            MeterRegistry meters) {
        this.tenant = tenant;
        this.admission = admission;
        this.reader = reader;
        this.intake = intake;
        this.requests = requests;
        this.json = json;
        this.maxPages = properties.maxPages();
        this.timer =
                Timer.builder("hongbi.intake")
                        .description("From the first byte of an accepted upload to its answer")
                        .publishPercentileHistogram()
                        .register(meters);
    }

    /** What a form with several photos looks like, for the API's description. */
    record PagesForm(
            @ArraySchema(schema = @Schema(type = "string", format = "binary"))
                    List<String> pages) {}

    /** What a form with one photo looks like, for the API's description. */
    record PageForm(@Schema(type = "string", format = "binary") String page) {}

    @PostMapping("/assignments/{id}/submissions")
    @Operation(
            summary = "Hand in pages, one part `pages` a photo, in order",
            description = "Each one is a new attempt; the latest counts.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = PagesForm.class))))
    @ApiResponse(
            responseCode = "202",
            description = "Taken for good; its reading follows",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(implementation = SubmissionView.class)))
    ResponseEntity<String> handIn(
            Caller caller,
            @PathVariable AssignmentId id,
            @RequestParam(required = false) @Nullable PersonId studentId,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            HttpServletRequest request)
            throws HttpMediaTypeNotSupportedException {
        var sample = Timer.start();
        var place = tenant.in(caller.school(), () -> admission.toHandIn(caller, id, studentId));
        requireForm(request);
        var retryKey = key == null ? null : new IdempotencyKey(key);
        try (var upload = reader.read(request, "pages", maxPages)) {
            var answer =
                    retryKey == null
                            ? intake.handIn(place, upload, this::accepted).toResponse()
                            : once(place, upload, retryKey, request);
            sample.stop(timer);
            return answer;
        }
    }

    @PutMapping("/submissions/{id}/pages/{number}")
    @Operation(
            summary = "Take one page again",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(implementation = PageForm.class))))
    @ApiResponse(responseCode = "202", description = "Taken for good; its reading follows")
    ResponseEntity<SubmissionView> retake(
            Caller caller,
            @PathVariable SubmissionId id,
            @PathVariable int number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            HttpServletRequest request)
            throws HttpMediaTypeNotSupportedException {
        var retake = tenant.in(caller.school(), () -> admission.toRetake(caller, id, number));
        requireForm(request);
        ETags.check(ifMatch, retake.submission().version());
        try (var upload = reader.read(request, "page", 1)) {
            var view = intake.retake(retake, upload, ifMatch);
            return ResponseEntity.accepted()
                    .location(URI.create(locationOf(view)))
                    .eTag(ETags.of(view.version()))
                    .body(view);
        }
    }

    /** Not in the mappings: those are looked at before the role is. */
    private static void requireForm(HttpServletRequest request)
            throws HttpMediaTypeNotSupportedException {
        var type = request.getContentType();
        if (type == null
                || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
            throw new HttpMediaTypeNotSupportedException(
                    "Photos come as a form.", List.of(MediaType.MULTIPART_FORM_DATA));
        }
    }

    private ResponseEntity<String> once(
            Place place, Upload upload, IdempotencyKey key, HttpServletRequest request) {
        var caller = place.caller();
        return switch (requests.claim(caller.school(), caller.id(), key, digest(upload, request))) {
            case Outcome.Answered(var answer) -> answer.toReplay();
            case Outcome.Claimed(var claim) -> {
                try {
                    yield intake.handIn(
                                    place,
                                    upload,
                                    view -> {
                                        var answer = accepted(view);
                                        requests.finish(claim, answer);
                                        return answer;
                                    })
                            .toResponse();
                } catch (RuntimeException e) {
                    requests.release(claim);
                    throw e;
                }
            }
        };
    }

    private static RequestDigest digest(Upload upload, HttpServletRequest request) {
        var head =
                Stream.of(
                        request.getMethod(),
                        request.getRequestURI(),
                        String.valueOf(request.getQueryString()));
        return RequestDigest.of(
                Stream.concat(head, upload.digests().stream()).toArray(String[]::new));
    }

    private KeptAnswer accepted(SubmissionView view) {
        var headers =
                Map.of(
                        HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE,
                        HttpHeaders.LOCATION, locationOf(view),
                        HttpHeaders.ETAG, ETags.of(view.version()));
        return new KeptAnswer(202, headers, json.writeValueAsString(view));
    }

    private static String locationOf(SubmissionView view) {
        return "/api/v1/submissions/" + view.id();
    }
}
