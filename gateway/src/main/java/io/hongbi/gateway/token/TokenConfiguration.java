package io.hongbi.gateway.token;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.savedrequest.NoOpServerRequestCache;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Nothing of the API but signed photo addresses passes the door without a good token. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class TokenConfiguration {

    @Bean
    SecurityWebFilterChain door(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable) // the API takes no cookies
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable) // SecurityHeaders writes them
                .requestCache(cache -> cache.requestCache(NoOpServerRequestCache.getInstance()))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(exchanges ->
                        exchanges
                                .pathMatchers("/api/v1/objects/**")
                                .permitAll()
                                .pathMatchers("/api/**")
                                .authenticated()
                                .anyExchange()
                                .permitAll())
                .oauth2ResourceServer(server ->
                        server.jwt(_ -> {}).authenticationEntryPoint(TokenConfiguration::refuse))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(TokenConfiguration::refuse))
                .build();
    }

    /** Says how to come back (RFC 6750), then leaves the answer to the problem handler. */
    private static Mono<Void> refuse(ServerWebExchange exchange, AuthenticationException refusal) {
        if (!(refusal instanceof AuthenticationServiceException)) {
            var challenge =
                    refusal instanceof OAuth2AuthenticationException e
                            ? "Bearer error=\"" + e.getError().getErrorCode() + "\""
                            : "Bearer";
            exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge);
        }
        return Mono.error(refusal);
    }
}
