package io.hongbi.gateway.problem;

import io.hongbi.gateway.route.RequestTooLarge;
import io.hongbi.platform.problem.GeneralProblem;
import io.hongbi.platform.problem.Languages;
import io.hongbi.platform.problem.Problems;
import io.netty.handler.timeout.TimeoutException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/** Answers with a problem where no service answered. */
@Component
@Order(-2) // before Boot's, which would answer with a page of its own
class DoorProblems implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DoorProblems.class);

    private final Problems problems;

    DoorProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        var response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure); // the connection is cut, so that nobody takes half for all
        }
        var status = statusOf(failure);
        if (status.is5xxServerError()) {
            LOG.warn(
                    "Answered {} to {} {} of trace {}: {}",
                    status.value(),
                    exchange.getRequest().getMethod(),
                    exchange.getRequest().getPath(),
                    TraceIds.of(exchange).orElse("-"),
                    failure.toString());
        }
        var headers = response.getHeaders();
        response.setStatusCode(status);
        if (failure instanceof ErrorResponse known) {
            headers.addAll(known.getHeaders());
        }
        if (!headers.containsHeader(HttpHeaders.RETRY_AFTER)
                && (status.isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)
                        || status.isSameCodeAs(HttpStatus.GATEWAY_TIMEOUT))) {
            headers.set(HttpHeaders.RETRY_AFTER, GeneralProblem.RETRY_AFTER_SECONDS);
        }
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        var body = body(exchange, status);
        headers.setContentLength(body.length);
        return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private byte[] body(ServerWebExchange exchange, HttpStatusCode status) {
        var accepted = exchange.getRequest().getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE);
        var problem =
                problems.in(Languages.accepted(accepted), status, GeneralProblem.codeOf(status));
        problem.setProperty("traceId", TraceIds.of(exchange).orElse(null));
        return problems.json(problem);
    }

    private static HttpStatusCode statusOf(Throwable failure) {
        return switch (failure) {
            case AuthenticationServiceException _ -> HttpStatus.SERVICE_UNAVAILABLE;
            case AuthenticationException _ -> HttpStatus.UNAUTHORIZED;
            case ErrorResponse e -> e.getStatusCode();
            default -> statusOfCause(failure);
        };
    }

    /** The limit's refusal may come wrapped; a service that is gone shows as failed I/O. */
    private static HttpStatus statusOfCause(Throwable failure) {
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof RequestTooLarge) {
                return HttpStatus.CONTENT_TOO_LARGE;
            }
            if (t instanceof TimeoutException) {
                return HttpStatus.GATEWAY_TIMEOUT;
            }
            if (t instanceof IOException) {
                return HttpStatus.SERVICE_UNAVAILABLE;
            }
        }
        return HttpStatus.INTERNAL_SERVER_ERROR;
    }
}
