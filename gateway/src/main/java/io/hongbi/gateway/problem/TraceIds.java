package io.hongbi.gateway.problem;

import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Answers {@code X-Trace-Id}, once, whatever the service behind answered. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceIds implements WebFilter {

    private static final String HEADER = "X-Trace-Id";

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        of(exchange)
                .ifPresent(id ->
                        exchange.getResponse()
                                .beforeCommit(() -> {
                                    exchange.getResponse().getHeaders().set(HEADER, id);
                                    return Mono.empty();
                                }));
        return chain.filter(exchange);
    }

    /** The id of the exchange's trace. */
    static Optional<String> of(ServerWebExchange exchange) {
        return ServerRequestObservationContext.findCurrent(exchange.getAttributes())
                .map(context -> context.<TracingContext>get(TracingContext.class))
                .map(TracingContext::getSpan)
                .map(span -> span.context().traceId());
    }
}
