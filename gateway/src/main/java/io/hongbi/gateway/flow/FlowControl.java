package io.hongbi.gateway.flow;

import com.alibaba.csp.sentinel.EntryType;
import com.alibaba.csp.sentinel.ResourceTypeConstants;
import com.alibaba.csp.sentinel.adapter.reactor.EntryConfig;
import com.alibaba.csp.sentinel.adapter.reactor.SentinelReactorTransformer;
import com.alibaba.csp.sentinel.slots.block.BlockException;
import io.hongbi.gateway.route.ClientAddresses;
import io.hongbi.platform.flow.Parameters;
import io.hongbi.platform.flow.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Lets a request pass where its budget and the breaker before its service allow it. It is counted
 * until the service's answer begins, so that streams do not hold a place; an answer of 5xx counts
 * as a failure of the service, and goes to the client as it is.
 */
class FlowControl implements GlobalFilter, Ordered {

    private final MeterRegistry meters;
    private final ClientAddresses addresses;

    FlowControl(MeterRegistry meters, ClientAddresses addresses) {
        this.meters = meters;
        this.addresses = addresses;
    }

    /** Before the request is sent, and after what writes the answer: bodies are not waited for. */
    @Override
    public int getOrder() {
        return 10;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var traffic = Traffic.of(exchange);
        return exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .map(caller -> Parameters.of(caller.getToken()))
                .defaultIfEmpty(Parameters.ofAddress(addresses.of(exchange.getRequest())))
                .flatMap(parameters ->
                        afterBudget(watched(traffic, answered(exchange, chain)))
                                .transform(guard(traffic.budget(), parameters)))
                .onErrorResume(ServiceFailed.class, _ -> Mono.empty())
                .onErrorMap(BlockException.class, block -> refused(traffic, block));
    }

    /** A request that its budget refuses must not count for the service, which is not asked. */
    private static Mono<Void> afterBudget(Mono<Void> answer) {
        return Mono.<Void>empty().then(answer);
    }

    private static Mono<Void> watched(Traffic traffic, Mono<Void> answer) {
        var service = traffic.breaker();
        return service == null ? answer : Breakers.behind(service, answer);
    }

    /** Fails where the service's answer tells that it failed; what it answered stays. */
    private static Mono<Void> answered(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange)
                .then(
                        Mono.defer(() -> {
                            var status = exchange.getResponse().getStatusCode();
                            return status != null && status.is5xxServerError()
                                    ? Mono.error(new ServiceFailed())
                                    : Mono.empty();
                        }));
    }

    private static SentinelReactorTransformer<Void> guard(
            String budget, @Nullable Object... parameters) {
        return new SentinelReactorTransformer<>(
                new EntryConfig(
                        budget, ResourceTypeConstants.COMMON_WEB, EntryType.IN, 1, parameters));
    }

    private Refused refused(Traffic traffic, BlockException block) {
        var refused = Refused.of(block);
        meters.counter("hongbi.flow.refused", "budget", traffic.budget(), "by", refused.by())
                .increment();
        return refused;
    }

    /** Tells Sentinel of an answer of 5xx. */
    private static final class ServiceFailed extends RuntimeException {

        ServiceFailed() {
            super("The service answered 5xx.", null, false, false);
        }
    }
}
