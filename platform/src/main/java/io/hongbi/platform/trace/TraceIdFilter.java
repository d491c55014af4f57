package io.hongbi.platform.trace;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers {@code X-Trace-Id} on every response. */
public final class TraceIdFilter extends OncePerRequestFilter {

    /** Name of the response header. */
    public static final String HEADER = "X-Trace-Id";

    /** Request attribute with the trace id, for what runs after the span has ended. */
    public static final String TRACE_ID = TraceIdFilter.class.getName() + ".traceId";

    private final Traces traces;

    TraceIdFilter(Traces traces) {
        this.traces = traces;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        traces.traceId()
                .ifPresent(id -> {
                    response.setHeader(HEADER, id);
                    request.setAttribute(TRACE_ID, id);
                });
        chain.doFilter(request, response);
    }
}
