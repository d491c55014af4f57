package io.hongbi.submission.intake;

import io.hongbi.platform.problem.InvalidField;
import io.hongbi.platform.problem.Problems;
import io.hongbi.submission.intake.IntakeRefusal.AssignmentClosed;
import io.hongbi.submission.intake.IntakeRefusal.Malformed;
import io.hongbi.submission.intake.IntakeRefusal.MarksReleased;
import io.hongbi.submission.intake.IntakeRefusal.NoPages;
import io.hongbi.submission.intake.IntakeRefusal.NoStudent;
import io.hongbi.submission.intake.IntakeRefusal.NotYours;
import io.hongbi.submission.intake.IntakeRefusal.TooLarge;
import io.hongbi.submission.intake.IntakeRefusal.UnreadableImage;
import io.hongbi.submission.intake.IntakeRefusal.UnsupportedImage;
import io.hongbi.submission.intake.image.Inspection.Unreadable;
import io.hongbi.submission.intake.image.Inspection.Unsupported;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What refusals mean over HTTP. */
@RestControllerAdvice
class IntakeProblems {

    private final Problems problems;

    IntakeProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(Refused.class)
    ProblemDetail refused(Refused refused) {
        return switch (refused.refusal()) {
            case NoPages() -> problems.of(HttpStatus.BAD_REQUEST, "no-pages");
            case Malformed() -> problems.of(HttpStatus.BAD_REQUEST, "malformed");
            case TooLarge() -> problems.of(HttpStatus.CONTENT_TOO_LARGE, "too-large");
            case UnsupportedImage(int page, var kind) ->
                    problems.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "unsupported-image",
                            page,
                            adviceOn(kind));
            case UnreadableImage(int page, var reason) ->
                    problems.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "unreadable-image",
                            page,
                            adviceOn(reason));
            case AssignmentClosed(boolean later) ->
                    problems.of(HttpStatus.CONFLICT, "assignment-closed", later ? 0 : 1);
            case MarksReleased() -> problems.of(HttpStatus.CONFLICT, "marks-released");
            case NoStudent() -> noStudent();
            case NotYours() -> problems.of(HttpStatus.FORBIDDEN, "forbidden");
        };
    }

    @ExceptionHandler(SpoolFull.class)
    ResponseEntity<ProblemDetail> busy() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .body(problems.of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable"));
    }

    private ProblemDetail noStudent() {
        var text = problems.of(HttpStatus.BAD_REQUEST, "no-student").getDetail();
        return problems.invalid(List.of(new InvalidField("/studentId", text == null ? "" : text)));
    }

    /** Chooses among the texts of {@code unsupported-image}. */
    private static int adviceOn(Unsupported.Kind kind) {
        return switch (kind) {
            case HEIC -> 0;
            case PDF -> 1;
            case OTHER -> 2;
        };
    }

    /** Chooses among the texts of {@code unreadable-image}. */
    private static int adviceOn(Unreadable.Reason reason) {
        return switch (reason) {
            case TRUNCATED, BROKEN -> 0;
            case TOO_MANY_PIXELS -> 1;
        };
    }
}
