package io.hongbi.submission.flow;

import com.alibaba.csp.sentinel.Entry;
import com.alibaba.csp.sentinel.EntryType;
import com.alibaba.csp.sentinel.SphU;
import com.alibaba.csp.sentinel.slots.block.BlockException;
import io.hongbi.platform.flow.Parameters;
import io.hongbi.platform.flow.Refused;
import io.hongbi.platform.problem.Languages;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Takes a request on where its budget allows it. It counts until its thread is free again: an
 * upload as long as its sender takes, a photo as long as its receiver does, a stream of events only
 * until it has begun.
 */
class FlowFilter extends OncePerRequestFilter {

    private final MeterRegistry meters;
    private final HandlerExceptionResolver problems;

    FlowFilter(MeterRegistry meters, HandlerExceptionResolver problems) {
        this.meters = meters;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var budget = budget(request);
        var parameters = parameters(request);
        Entry entry;
        try {
            entry = SphU.entry(budget, EntryType.IN, 1, parameters);
        } catch (BlockException block) {
            refuse(request, response, budget, Refused.of(block));
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            entry.exit(1, parameters);
        }
    }

    private static String budget(HttpServletRequest request) {
        var type = request.getContentType();
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return "uploads";
        }
        if (request.getRequestURI().startsWith("/api/v1/objects/")) {
            return "objects"; // as long as their receivers take
        }
        return switch (request.getMethod()) {
            case "GET", "HEAD" -> "reads";
            default -> "writes";
        };
    }

    /** Those with a signed address instead of a token are told by where they come from. */
    private static @Nullable Object[] parameters(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication()
                        instanceof JwtAuthenticationToken caller
                ? Parameters.of(caller.getToken())
                : Parameters.ofAddress(request.getRemoteAddr());
    }

    private void refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            String budget,
            Refused refused) {
        meters.counter("hongbi.flow.refused", "budget", budget, "by", refused.by()).increment();
        var language = Languages.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        LocaleContextHolder.setLocale(language); // before the servlet that would do it
        try {
            problems.resolveException(request, response, null, refused);
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }
}
