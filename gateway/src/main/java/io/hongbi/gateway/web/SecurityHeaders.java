package io.hongbi.gateway.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Tells browsers what a page of ours may do. A service's own, for instance stricter, CSP stays. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class SecurityHeaders implements WebFilter {

    private static final String CSP = "Content-Security-Policy";

    private final String contentSecurityPolicy;

    SecurityHeaders(WebProperties properties) {
        contentSecurityPolicy =
                String.join(
                        "; ",
                        "default-src 'none'",
                        "script-src 'self'",
                        "style-src 'self'",
                        "connect-src 'self'",
                        ("img-src 'self' blob: data: " + properties.imageSources()).strip(),
                        "form-action 'self'",
                        "manifest-src 'self'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'");
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var response = exchange.getResponse();
        response.beforeCommit(() -> {
            write(exchange.getRequest(), response.getHeaders());
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    private void write(ServerHttpRequest request, HttpHeaders headers) {
        if (!headers.containsHeader(CSP)) {
            headers.set(CSP, contentSecurityPolicy);
        }
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(self), geolocation=(), microphone=()");
        if (isHttps(request)) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        } else {
            headers.remove("Strict-Transport-Security");
        }
    }

    private static boolean isHttps(ServerHttpRequest request) {
        return "https".equalsIgnoreCase(request.getURI().getScheme())
                || "https".equalsIgnoreCase(request.getHeaders().getFirst("X-Forwarded-Proto"));
    }
}
