package io.hongbi.submission.web;

import io.hongbi.platform.problem.Languages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Refuses U+0000 in parameters of queries and forms before anything looks them up: sign-in names,
 * client ids, codes, cursors. PostgreSQL takes it in no text, so it would end as a 500.
 */
class StorableTextFilter extends OncePerRequestFilter {

    private static final String SESSION = "SESSION";

    private final HandlerExceptionResolver problems;

    StorableTextFilter(HandlerExceptionResolver problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var found =
                unstorable(request.getParameterMap()).or(() -> unstorable(request.getCookies()));
        if (found.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        var language = Languages.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        LocaleContextHolder.setLocale(language); // before the servlet that would do it
        try {
            problems.resolveException(request, response, null, new UnstorableText(found.get()));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private static Optional<String> unstorable(Map<String, String[]> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter ->
                        holdsNul(parameter.getKey())
                                || Arrays.stream(parameter.getValue())
                                        .anyMatch(StorableTextFilter::holdsNul))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Spring Session keeps the id as Base64. */
    private static Optional<String> unstorable(Cookie @Nullable [] cookies) {
        return Stream.ofNullable(cookies)
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(SESSION) && decodesToNul(cookie))
                .map(Cookie::getName)
                .findFirst();
    }

    private static boolean decodesToNul(Cookie cookie) {
        try {
            var id = Base64.getDecoder().decode(cookie.getValue());
            return holdsNul(new String(id, StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException _) {
            return false; // no session has such an id
        }
    }

    private static boolean holdsNul(String text) {
        return text.indexOf('\0') >= 0;
    }
}
