package io.hongbi.platform.security;

import io.hongbi.platform.problem.GeneralProblem;
import io.hongbi.platform.problem.Languages;
import io.hongbi.platform.problem.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** Refuses with problem+json; WWW-Authenticate (RFC 6750) is Spring Security's. */
class TokenProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final BearerTokenAuthenticationEntryPoint entryPoint =
            new BearerTokenAuthenticationEntryPoint();
    private final BearerTokenAccessDeniedHandler denied = new BearerTokenAccessDeniedHandler();
    private final Problems problems;

    TokenProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException failure)
            throws IOException {
        if (failure instanceof AuthenticationServiceException) { // the keys could not be fetched
            response.setHeader(HttpHeaders.RETRY_AFTER, GeneralProblem.RETRY_AFTER_SECONDS);
            write(request, response, HttpStatus.SERVICE_UNAVAILABLE);
            return;
        }
        entryPoint.commence(request, response, failure);
        write(request, response, HttpStatus.UNAUTHORIZED);
    }

    @Override
    public void handle(
            HttpServletRequest request,
            HttpServletResponse response,
            AccessDeniedException accessDenied)
            throws IOException {
        denied.handle(request, response, accessDenied);
        write(request, response, HttpStatus.FORBIDDEN);
    }

    /** Spring Security would turn keys that cannot be fetched into a 500. */
    ObjectPostProcessor<BearerTokenAuthenticationFilter> outages() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(TokenProblems.this::commence);
                return filter;
            }
        };
    }

    private void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException {
        var language = Languages.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var problem = problems.in(language, status, GeneralProblem.codeOf(status));
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(problems.json(problem));
    }
}
