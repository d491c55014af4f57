package io.hongbi.submission.flow;

import io.hongbi.platform.flow.CutOff;
import io.hongbi.platform.problem.Problems;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What the room's facts mean over HTTP. */
@RestControllerAdvice
class FlowProblems {

    private final Problems problems;

    FlowProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> cutOff(CutOff cut) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(cut.seconds()))
                .body(problems.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable"));
    }
}
