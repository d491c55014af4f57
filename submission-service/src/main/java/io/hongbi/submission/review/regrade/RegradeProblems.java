package io.hongbi.submission.review.regrade;

import io.hongbi.platform.problem.Problems;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong with requests for a second look, as problems. */
@RestControllerAdvice
class RegradeProblems {

    private final Problems problems;

    RegradeProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(RegradeNotFound.class)
    ProblemDetail notFound() {
        return problems.of(HttpStatus.NOT_FOUND, "not-found");
    }

    @ExceptionHandler
    ProblemDetail refused(RegradeRefused e) {
        var code = "regrade-" + e.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return problems.of(HttpStatus.CONFLICT, code);
    }
}
