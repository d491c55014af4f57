package io.hongbi.platform.problem;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;

/** Gives what Spring MVC refuses, and what nobody expected, its problem. Rooms come first. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class FrameworkProblems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(FrameworkProblems.class);

    private final Problems problems;

    FrameworkProblems(Problems problems) {
        this.problems = problems;
    }

    @ExceptionHandler(Exception.class)
    @Nullable ResponseEntity<Object> unexpected(Exception failure, WebRequest request) {
        LOG.error("A request failed unexpectedly", failure);
        return handleExceptionInternal(
                failure, null, new HttpHeaders(), HttpStatus.INTERNAL_SERVER_ERROR, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (request instanceof ServletWebRequest sent && isUnderWay(sent)) {
            throw new IllegalStateException("The answer is under way; it is cut", failure);
        }
        var problem = problemOf(failure, status);
        var answered = HttpStatusCode.valueOf(problem.getStatus());
        var out = new HttpHeaders(headers);
        out.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (answered.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)
                && !out.containsHeader(HttpHeaders.RETRY_AFTER)) {
            out.set(HttpHeaders.RETRY_AFTER, GeneralProblem.RETRY_AFTER_SECONDS);
        }
        return super.handleExceptionInternal(failure, problem, out, answered, request);
    }

    /**
     * Then nothing can be said any more. What is thrown here makes the servlet container see the
     * failure itself, and cut the connection: half an answer is not to look whole.
     */
    private static boolean isUnderWay(ServletWebRequest request) {
        var response = request.getResponse();
        return response != null && response.isCommitted();
    }

    private ProblemDetail problemOf(Exception failure, HttpStatusCode status) {
        return switch (failure) {
            case MethodArgumentNotValidException e -> problems.invalid(errorsOf(e));
            case HandlerMethodValidationException e when !e.isForReturnValue() ->
                    problems.invalid(errorsOf(e));
            case MissingServletRequestParameterException e ->
                    problems.invalid(List.of(missing(e.getParameterName())));
            case MissingServletRequestPartException e ->
                    problems.invalid(List.of(missing(e.getRequestPartName())));
            case MethodArgumentTypeMismatchException e
                    when e.getParameter().hasParameterAnnotation(PathVariable.class) ->
                    problems.of(HttpStatus.NOT_FOUND, "not-found");
            case MethodArgumentTypeMismatchException e ->
                    problems.invalid(List.of(unreadable(e.getName())));
            case HttpMessageNotReadableException e
                    when e.getCause() instanceof DatabindException field
                            && !field.getPath().isEmpty() ->
                    problems.invalid(List.of(unreadable(field)));
            case HttpMessageNotReadableException _ ->
                    problems.of(HttpStatus.BAD_REQUEST, "malformed");
            default -> problems.of(status, GeneralProblem.codeOf(status));
        };
    }

    private static List<InvalidField> errorsOf(MethodArgumentNotValidException e) {
        return e.getBindingResult().getAllErrors().stream()
                .map(error ->
                        error instanceof FieldError field
                                ? invalid(field.getField(), error)
                                : new InvalidField("", text(error)))
                .toList();
    }

    private static List<InvalidField> errorsOf(HandlerMethodValidationException e) {
        return e.getParameterValidationResults().stream()
                .flatMap(result -> errorsOf(result).stream())
                .toList();
    }

    private static List<InvalidField> errorsOf(ParameterValidationResult result) {
        var parameter = String.valueOf(result.getMethodParameter().getParameterName());
        return result.getResolvableErrors().stream()
                .map(e -> invalid(e instanceof FieldError f ? f.getField() : parameter, e))
                .toList();
    }

    private static InvalidField invalid(String beanPath, MessageSourceResolvable error) {
        return new InvalidField(InvalidField.pointerTo(beanPath), text(error));
    }

    private static String text(MessageSourceResolvable error) {
        var text = error.getDefaultMessage();
        return text == null ? "" : text;
    }

    private InvalidField missing(String name) {
        return new InvalidField(InvalidField.pointerTo(name), problems.text("field.missing"));
    }

    /** The JSON is well-formed, but one of its values is none that its field can have. */
    private InvalidField unreadable(DatabindException e) {
        var pointer =
                e.getPath().stream()
                        .map(step ->
                                step.getPropertyName() == null
                                        ? Integer.toString(step.getIndex())
                                        : step.getPropertyName())
                        .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                        .collect(Collectors.joining());
        return new InvalidField(pointer, problems.text("field.unreadable"));
    }

    private InvalidField unreadable(String name) {
        return new InvalidField(InvalidField.pointerTo(name), problems.text("field.unreadable"));
    }
}
