package io.hongbi.platform.problem;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes problems (RFC 9457) from codes. A code is part of the API; its texts stand in {@code
 * problems.properties} (Chinese) and {@code problems_en.properties} of the service under {@code
 * <code>.title} and {@code <code>.detail}. Arguments must never be a person's data.
 */
public final class Problems {

    private static final String TYPE_PREFIX = "urn:hongbi:problem:";

    private final MessageSource texts;
    private final Supplier<Optional<String>> traceId;
    private final JsonMapper mapper;

    /**
     * @param traceId gives the id of the current trace
     */
    public Problems(MessageSource texts, Supplier<Optional<String>> traceId, JsonMapper mapper) {
        this.texts = texts;
        this.traceId = traceId;
        this.mapper =
                mapper.rebuild()
                        .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                        .build();
    }

    /** A problem in the language of the current request. */
    public ProblemDetail of(HttpStatusCode status, String code, Object... arguments) {
        return in(LocaleContextHolder.getLocale(), status, code, arguments);
    }

    /**
     * A problem in the language nearest to the locale.
     *
     * @throws org.springframework.context.NoSuchMessageException if the code has no texts
     */
    public ProblemDetail in(
            Locale locale, HttpStatusCode status, String code, Object... arguments) {
        var language = Languages.nearest(locale);
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create(TYPE_PREFIX + code));
        problem.setTitle(texts.getMessage(code + ".title", arguments, language));
        problem.setDetail(texts.getMessage(code + ".detail", arguments, language));
        problem.setProperty("code", code);
        problem.setProperty("traceId", traceId.get().orElse(null));
        return problem;
    }

    /** A 400 that names every field to be put right. */
    public ProblemDetail invalid(List<InvalidField> errors) {
        var problem = of(HttpStatus.BAD_REQUEST, "invalid");
        problem.setProperty("errors", List.copyOf(errors));
        return problem;
    }

    /** One text in the language of the current request. */
    String text(String key) {
        return texts.getMessage(key, null, Languages.nearest(LocaleContextHolder.getLocale()));
    }

    /** The problem as application/problem+json, UTF-8. */
    public byte[] json(ProblemDetail problem) {
        return mapper.writeValueAsBytes(problem);
    }
}
