package io.hongbi.submission.account.provider;

import io.hongbi.platform.problem.InvalidField;
import io.hongbi.platform.problem.Problems;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong with a school's provider, as problems. */
@RestControllerAdvice
class ProviderProblems {

    private final Problems problems;
    private final MessageSource texts;

    ProviderProblems(Problems problems, MessageSource texts) {
        this.problems = problems;
        this.texts = texts;
    }

    @ExceptionHandler(ProviderNotFound.class)
    ProblemDetail notFound() {
        return problems.of(HttpStatus.NOT_FOUND, "not-found");
    }

    @ExceptionHandler(NoSecretsKey.class)
    ProblemDetail noSecretsKey() {
        return problems.of(HttpStatus.CONFLICT, "no-secrets-key");
    }

    @ExceptionHandler(InvalidIssuer.class)
    ProblemDetail invalidIssuer() {
        var detail = texts.getMessage("provider.issuer", null, LocaleContextHolder.getLocale());
        return problems.invalid(List.of(new InvalidField("/issuer", detail)));
    }
}
