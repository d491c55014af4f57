package io.hongbi.grading.proof;

import io.hongbi.platform.problem.GeneralProblem;
import io.hongbi.platform.problem.Problems;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong with proofs, as problems. */
@RestControllerAdvice
class ProofProblems {

    private final Problems problems;

    ProofProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ProblemDetail unusable(UnusableSheet e) {
        var code = "proof-" + e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return problems.of(HttpStatus.BAD_REQUEST, code, e.number());
    }

    @ExceptionHandler(SheetTooLarge.class)
    ProblemDetail tooLarge() {
        return problems.of(HttpStatus.CONTENT_TOO_LARGE, "proof-too-large");
    }

    @ExceptionHandler(ProverBusy.class)
    ResponseEntity<ProblemDetail> busy() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, GeneralProblem.RETRY_AFTER_SECONDS)
                .body(problems.of(HttpStatus.SERVICE_UNAVAILABLE, "prover-busy"));
    }
}
