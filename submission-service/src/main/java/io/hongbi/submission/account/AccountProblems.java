package io.hongbi.submission.account;

import io.hongbi.platform.problem.InvalidField;
import io.hongbi.platform.problem.Problems;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong with accounts, as problems. */
@RestControllerAdvice
class AccountProblems {

    private final Problems problems;
    private final MessageSource texts;

    AccountProblems(Problems problems, MessageSource texts) {
        this.problems = problems;
        this.texts = texts;
    }

    @ExceptionHandler(AccountNotFound.class)
    ProblemDetail notFound() {
        return problems.of(HttpStatus.NOT_FOUND, "not-found");
    }

    @ExceptionHandler(AccountTaken.class)
    ProblemDetail taken() {
        return problems.of(HttpStatus.CONFLICT, "account-taken");
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidAccount e) {
        var detail =
                texts.getMessage("person." + e.reason(), null, LocaleContextHolder.getLocale());
        return problems.invalid(List.of(new InvalidField("/" + e.field(), detail)));
    }
}
