package io.hongbi.submission.ops;

import io.hongbi.platform.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the room's facts mean over HTTP. */
@RestControllerAdvice
class OpsProblems {

    private final Problems problems;

    OpsProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(NoSuchPages.class)
    ProblemDetail notFound() {
        return problems.of(HttpStatus.NOT_FOUND, "not-found");
    }
}
