package io.hongbi.submission.web;

import io.hongbi.platform.problem.InvalidField;
import io.hongbi.platform.problem.Problems;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
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
    private final MessageSource texts;

    WebProblems(Problems problems, MessageSource texts) {
        this.problems = problems;
        this.texts = texts;
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
    ProblemDetail unstorable(UnstorableText e) {
        var rule =
                texts.getMessage("field.control-characters", null, LocaleContextHolder.getLocale());
        var name = e.parameter().replace("~", "~0").replace("/", "~1");
        return problems.invalid(List.of(new InvalidField("/" + name, rule)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> inProgress(RequestInProgress e) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(e.retryAfter().toSeconds()))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problems.of(HttpStatus.CONFLICT, "in-progress"));
    }
}
