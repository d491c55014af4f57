package io.hongbi.platform.problem;

import io.hongbi.platform.trace.TraceIdFilter;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for what fails outside of controllers: filters and the container. */
@RestController
class ErrorProblems implements ErrorController {

    private final Problems problems;

    ErrorProblems(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
        var status =
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer value
                        ? HttpStatusCode.valueOf(value)
                        : HttpStatus.NOT_FOUND;
        var problem = problems.of(status, GeneralProblem.codeOf(status));
        if (request.getAttribute(TraceIdFilter.TRACE_ID) instanceof String traceId) {
            problem.setProperty("traceId", traceId);
        }
        return ResponseEntity.status(Objects.requireNonNull(status))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
