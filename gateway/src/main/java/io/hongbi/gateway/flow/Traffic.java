package io.hongbi.gateway.flow;

import io.hongbi.gateway.route.Uploads;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * What a request costs from.
 *
 * @param budget {@code uploads}, {@code reads}, {@code writes} or {@code sign-in}
 * @param downstream the service's route; uploads apart, as they take as long as their sender does
 */
record Traffic(String budget, String downstream) {

    private static final String SIGN_IN = "sign-in";

    /** Of a request that has a route. */
    static Traffic of(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        var budget = budget(route.getId(), exchange.getRequest());
        return new Traffic(
                budget, budget.equals("uploads") ? route.getId() + "-uploads" : route.getId());
    }

    private static String budget(String route, ServerHttpRequest request) {
        if (route.equals(SIGN_IN)) {
            return SIGN_IN;
        }
        if (Uploads.isUpload(request)) {
            return "uploads";
        }
        var method = request.getMethod();
        return HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method) ? "reads" : "writes";
    }
}
