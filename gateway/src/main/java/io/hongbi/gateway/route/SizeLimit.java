package io.hongbi.gateway.route;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Refuses requests above the limit of their kind: at once where Content-Length tells, else when the
 * limit is passed. Nothing is buffered.
 */
class SizeLimit implements GlobalFilter, Ordered {

    private final Function<ServerHttpRequest, DataSize> limits;

    SizeLimit(Function<ServerHttpRequest, DataSize> limits) {
        this.limits = limits;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE + 100;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var request = exchange.getRequest();
        var limit = limits.apply(request);
        if (request.getHeaders().getContentLength() > limit.toBytes()) {
            return Mono.error(new RequestTooLarge(limit));
        }
        return chain.filter(exchange.mutate().request(counting(request, limit)).build());
    }

    private static ServerHttpRequest counting(ServerHttpRequest request, DataSize limit) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                var left = new AtomicLong(limit.toBytes());
                return super.getBody()
                        .map(buffer -> {
                            if (left.addAndGet(-buffer.readableByteCount()) < 0) {
                                DataBufferUtils.release(buffer);
                                throw new RequestTooLarge(limit);
                            }
                            return buffer;
                        });
            }
        };
    }
}
