package io.hongbi.gateway.flow;

import io.hongbi.gateway.route.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a request costs from.
 *
 * @param budget {@code uploads}, {@code reads}, {@code writes} or {@code sign-in}
 * @param breaker the service's route; null for requests with a body, which take as long as their
 *     sender does: they tell nothing of the service, and one of them must never be the probe that
 *     all others wait for; and for photos
 */
record Traffic(String budget, @Nullable String breaker) {

    private static final String SIGN_IN = "sign-in";

    /** Of a request that has a route. */
    static Traffic of(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        var request = exchange.getRequest();
        boolean asked = isRead(request) && !isObject(request);
        return new Traffic(budget(route.getId(), request), asked ? route.getId() : null);
    }

    private static String budget(String route, ServerHttpRequest request) {
        if (route.equals(SIGN_IN)) {
            return SIGN_IN;
        }
        if (Uploads.isUpload(request)) {
            return "uploads";
        }
        return isRead(request) ? "reads" : "writes";
    }

    /** A photo: its store has a breaker of its own, and is not to cut off what needs none. */
    private static boolean isObject(ServerHttpRequest request) {
        return request.getPath().value().startsWith("/api/v1/objects/");
    }

    private static boolean isRead(ServerHttpRequest request) {
        var method = request.getMethod();
        var headers = request.getHeaders();
        return (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method))
                && headers.getContentLength() <= 0
                && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING);
    }
}
