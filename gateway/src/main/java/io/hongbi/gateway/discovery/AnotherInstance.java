package io.hongbi.gateway.discovery;

import java.net.ConnectException;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.client.ServiceInstance;
import org.springframework.cloud.client.loadbalancer.Response;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Tries another instance, once, where no connection to the first could be opened. Nothing was sent
 * then, and nothing of the body was read: any request may be tried again.
 */
class AnotherInstance implements GlobalFilter, Ordered {

    /** Attribute of a request that was tried: the instance that was not there. */
    static final String TRIED = AnotherInstance.class.getName() + ".tried";

    /** Inside Sentinel, which counts both tries as one request. */
    @Override
    public int getOrder() {
        return 30;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange)
                .onErrorResume(
                        AnotherInstance::wasNotSent,
                        failure -> {
                            var tried = chosen(exchange);
                            if (tried == null) {
                                return Mono.error(failure);
                            }
                            exchange.getAttributes().put(TRIED, tried);
                            ServerWebExchangeUtils.reset(exchange);
                            return chain.filter(exchange);
                        });
    }

    private static @Nullable ServiceInstance chosen(ServerWebExchange exchange) {
        Response<ServiceInstance> chosen =
                exchange.getAttribute(ServerWebExchangeUtils.GATEWAY_LOADBALANCER_RESPONSE_ATTR);
        return chosen == null ? null : chosen.getServer();
    }

    private static boolean wasNotSent(Throwable failure) {
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof ConnectException) {
                return true;
            }
        }
        return false;
    }
}
