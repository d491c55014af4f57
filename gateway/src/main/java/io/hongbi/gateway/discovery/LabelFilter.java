package io.hongbi.gateway.discovery;

import io.hongbi.platform.security.TokenClaims;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.util.StringUtils;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Finds out which label a request has: the one it asks for, else the one of its caller's school.
 */
class LabelFilter implements GlobalFilter, Ordered {

    /** Attribute of a request that has a label. */
    static final String LABEL = LabelFilter.class.getName() + ".label";

    private static final String HEADER = "X-Hongbi-Label";

    private final SchoolLabels labels;

    LabelFilter(SchoolLabels labels) {
        this.labels = labels;
    }

    /** Before an instance is chosen. */
    @Override
    public int getOrder() {
        return 20;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var asked = exchange.getRequest().getHeaders().getFirst(HEADER);
        if (StringUtils.hasText(asked)) {
            exchange.getAttributes().put(LABEL, asked);
            return chain.filter(exchange);
        }
        return exchange.getPrincipal()
                .ofType(JwtAuthenticationToken.class)
                .mapNotNull(
                        caller -> labels.of(caller.getToken().getClaimAsString(TokenClaims.SCHOOL)))
                .doOnNext(label -> exchange.getAttributes().put(LABEL, label))
                .then(chain.filter(exchange));
    }
}
