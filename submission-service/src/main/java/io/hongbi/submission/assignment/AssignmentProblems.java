package io.hongbi.submission.assignment;

import io.hongbi.platform.problem.InvalidField;
import io.hongbi.platform.problem.Problems;
import io.hongbi.submission.assignment.InvalidAssignment.Fault;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong with assignments, as problems. */
@RestControllerAdvice
class AssignmentProblems {

    private final Problems problems;
    private final MessageSource texts;

    AssignmentProblems(Problems problems, MessageSource texts) {
        this.problems = problems;
        this.texts = texts;
    }

    @ExceptionHandler(AssignmentNotFound.class)
    ProblemDetail notFound() {
        return problems.of(HttpStatus.NOT_FOUND, "not-found");
    }

    @ExceptionHandler(AssignmentInUse.class)
    ProblemDetail inUse() {
        return problems.of(HttpStatus.CONFLICT, "assignment-in-use");
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidAssignment e) {
        return problems.invalid(e.faults().stream().map(this::field).toList());
    }

    private InvalidField field(Fault fault) {
        var key = "assignment." + fault.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new InvalidField(
                "/" + fault.field(), texts.getMessage(key, null, LocaleContextHolder.getLocale()));
    }
}
