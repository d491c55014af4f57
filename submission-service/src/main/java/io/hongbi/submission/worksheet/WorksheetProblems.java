package io.hongbi.submission.worksheet;

import io.hongbi.platform.problem.GeneralProblem;
import io.hongbi.platform.problem.InvalidField;
import io.hongbi.platform.problem.Problems;
import io.hongbi.submission.worksheet.design.InvalidDesign;
import io.hongbi.submission.worksheet.design.InvalidDesign.Fault;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong with worksheets, as problems. */
@RestControllerAdvice
class WorksheetProblems {

    private static final int NAMED_DIFFERENCES = 5;

    private final Problems problems;
    private final MessageSource texts;

    WorksheetProblems(Problems problems, MessageSource texts) {
        this.problems = problems;
        this.texts = texts;
    }

    @ExceptionHandler(WorksheetNotFound.class)
    ProblemDetail notFound() {
        return problems.of(HttpStatus.NOT_FOUND, "not-found");
    }

    @ExceptionHandler(NotYourWorksheet.class)
    ProblemDetail notYours() {
        return problems.of(HttpStatus.FORBIDDEN, "forbidden");
    }

    @ExceptionHandler(NobodyEnrolled.class)
    ProblemDetail nobodyEnrolled() {
        return problems.of(HttpStatus.CONFLICT, "nobody-enrolled");
    }

    @ExceptionHandler(ProofUnavailable.class)
    ResponseEntity<ProblemDetail> unavailable() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, GeneralProblem.RETRY_AFTER_SECONDS)
                .body(problems.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable"));
    }

    @ExceptionHandler
    ProblemDetail unequal(SheetUnequal e) {
        var items =
                e.proof().differences().stream()
                        .map(difference -> difference.itemId())
                        .filter(Objects::nonNull)
                        .distinct()
                        .limit(NAMED_DIFFERENCES)
                        .collect(Collectors.joining(", "));
        var problem = problems.of(HttpStatus.CONFLICT, "sheet-unequal", items);
        problem.setProperty("differences", e.proof().differences());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidDesign e) {
        return problems.invalid(e.faults().stream().map(this::field).toList());
    }

    private InvalidField field(Fault fault) {
        var key = "worksheet." + fault.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new InvalidField(
                fault.pointer(),
                texts.getMessage(
                        key, fault.arguments().toArray(), LocaleContextHolder.getLocale()));
    }
}
