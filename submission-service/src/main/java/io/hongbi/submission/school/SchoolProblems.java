package io.hongbi.submission.school;

import io.hongbi.platform.problem.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong with classes and rosters, as problems. */
@RestControllerAdvice
class SchoolProblems {

    private final Problems problems;

    SchoolProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler({ClassNotFound.class, StudentNotFound.class, TeacherNotFound.class})
    ProblemDetail notFound() {
        return problems.of(HttpStatus.NOT_FOUND, "not-found");
    }

    @ExceptionHandler(PasswordAlreadySet.class)
    ProblemDetail hasPassword() {
        return problems.of(HttpStatus.CONFLICT, "has-password");
    }

    @ExceptionHandler
    ProblemDetail unreadable(UnreadableRoster e) {
        return problems.of(HttpStatus.BAD_REQUEST, "unreadable-roster", e.line());
    }

    @ExceptionHandler(RosterTooLarge.class)
    ProblemDetail tooLarge() {
        return problems.of(HttpStatus.CONTENT_TOO_LARGE, "roster-too-large");
    }
}
