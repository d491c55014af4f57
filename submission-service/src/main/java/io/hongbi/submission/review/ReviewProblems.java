package io.hongbi.submission.review;

import io.hongbi.platform.problem.InvalidField;
import io.hongbi.platform.problem.Problems;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong with decisions, as problems. */
@RestControllerAdvice
class ReviewProblems {

    private final Problems problems;
    private final MessageSource texts;

    ReviewProblems(Problems problems, MessageSource texts) {
        this.problems = problems;
        this.texts = texts;
    }

    @ExceptionHandler(ActionNotFound.class)
    ProblemDetail notFound() {
        return problems.of(HttpStatus.NOT_FOUND, "not-found");
    }

    @ExceptionHandler(AlreadyUndone.class)
    ProblemDetail alreadyUndone() {
        return problems.of(HttpStatus.CONFLICT, "already-undone");
    }

    @ExceptionHandler(KeyNotNeeded.class)
    ProblemDetail keyNotNeeded() {
        return problems.of(HttpStatus.CONFLICT, "key-not-needed");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> claimed(Claimed e) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(e.retryAfter().toSeconds()))
                .body(problems.of(HttpStatus.CONFLICT, "claimed"));
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidAct e) {
        return problems.invalid(e.faults().stream().map(this::field).toList());
    }

    private InvalidField field(InvalidAct.Fault fault) {
        var key = "act." + fault.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new InvalidField(
                fault.pointer(), texts.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}
