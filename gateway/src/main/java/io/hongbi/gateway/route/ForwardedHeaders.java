package io.hongbi.gateway.route;

import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells services the address the client used. What the client itself says about it is dropped,
 * unless it comes through a trusted proxy.
 */
class ForwardedHeaders implements HttpHeadersFilter {

    private static final String PREFIX = "X-Forwarded-";

    private final Pattern trustedProxies;

    ForwardedHeaders(Pattern trustedProxies) {
        this.trustedProxies = trustedProxies;
    }

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        var request = exchange.getRequest();
        var client = ClientAddresses.ofConnection(request);
        var trusted = trustedProxies.matcher(client).matches();
        var headers = new HttpHeaders();
        input.forEach((name, values) -> {
            if (!isForwarded(name)) {
                headers.addAll(name, values);
            }
        });
        var scheme = given(input, "Proto", trusted, request.getURI().getScheme());
        var host = given(input, "Host", trusted, request.getHeaders().getFirst(HttpHeaders.HOST));
        headers.set(PREFIX + "Proto", Objects.requireNonNullElse(scheme, "http"));
        if (host != null) {
            headers.set(PREFIX + "Host", host);
        }
        var chain = trusted ? input.getFirst(PREFIX + "For") : null;
        headers.set(PREFIX + "For", chain == null ? client : chain + ", " + client);
        return headers;
    }

    private static @Nullable String given(
            HttpHeaders input, String name, boolean trusted, @Nullable String own) {
        var forwarded = trusted ? input.getFirst(PREFIX + name) : null;
        return forwarded == null ? own : forwarded;
    }

    private static boolean isForwarded(String name) {
        return name.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
                || name.equalsIgnoreCase("Forwarded");
    }
}
