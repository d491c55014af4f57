package io.hongbi.platform.security;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Leaves refusals to the security filters, which know whether it is a 401 or a 403. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class SecurityAdvice {

    @ExceptionHandler
    void pass(AccessDeniedException refusal) {
        throw refusal;
    }

    @ExceptionHandler
    void pass(AuthenticationException refusal) {
        throw refusal;
    }
}
