package io.hongbi.submission.gradebook;

import io.hongbi.platform.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong with the gradebook, as problems. */
@RestControllerAdvice
class GradebookProblems {

    private final Problems problems;

    GradebookProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(NothingToRelease.class)
    ProblemDetail nothingToRelease() {
        return problems.of(HttpStatus.CONFLICT, "nothing-to-release");
    }
}
