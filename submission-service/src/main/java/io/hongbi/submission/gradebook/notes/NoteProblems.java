package io.hongbi.submission.gradebook.notes;

import io.hongbi.platform.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong with excellent notes, as problems. */
@RestControllerAdvice
class NoteProblems {

    private final Problems problems;

    NoteProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(NoteWithdrawn.class)
    ProblemDetail withdrawn() {
        return problems.of(HttpStatus.CONFLICT, "note-withdrawn");
    }
}
