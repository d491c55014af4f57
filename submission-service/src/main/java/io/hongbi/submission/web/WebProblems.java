package io.hongbi.submission.web;

import io.hongbi.platform.problem.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong with lists, ETags and retries, as problems. */
@RestControllerAdvice
class WebProblems {

    private final Problems problems;

    WebProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(InvalidCursor.class)
    ProblemDetail invalidCursor() {
        return problems.of(HttpStatus.BAD_REQUEST, "invalid-cursor");
    }

    @ExceptionHandler(InvalidLimit.class)
    ProblemDetail invalidLimit() {
        return problems.of(HttpStatus.BAD_REQUEST, "invalid-limit");
    }

    @ExceptionHandler(InvalidIdempotencyKey.class)
    ProblemDetail invalidKey() {
        return problems.of(HttpStatus.BAD_REQUEST, "invalid-idempotency-key");
    }

    @ExceptionHandler(RequestTooLarge.class)
    ProblemDetail tooLarge() {
        return problems.of(HttpStatus.CONTENT_TOO_LARGE, "request-too-large");
    }

    @ExceptionHandler(IdempotencyMismatch.class)
    ProblemDetail mismatch() {
        return problems.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-mismatch");
    }

    @ExceptionHandler(StaleVersion.class)
    ProblemDetail stale() {
        return problems.of(HttpStatus.PRECONDITION_FAILED, "stale");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> inProgress(RequestInProgress e) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(e.retryAfter().toSeconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.of(HttpStatus.CONFLICT, "in-progress"));
    }
}
