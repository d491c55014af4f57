package io.hongbi.submission.reading;

import io.hongbi.common.storage.ObjectNotFound;
import io.hongbi.common.storage.ObjectStoreUnavailable;
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
class SubmissionProblems {

    private final Problems problems;

    SubmissionProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler({SubmissionNotFound.class, ObjectNotFound.class})
    ProblemDetail notFound() {
        return problems.of(HttpStatus.NOT_FOUND, "not-found");
    }

    @ExceptionHandler(ObjectStoreUnavailable.class)
    ResponseEntity<ProblemDetail> unavailable(ObjectStoreUnavailable unavailable) {
        int seconds = unavailable.getCause() instanceof CutOff cut ? cut.seconds() : 5;
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Integer.toString(seconds))
                .body(problems.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable"));
    }
}
