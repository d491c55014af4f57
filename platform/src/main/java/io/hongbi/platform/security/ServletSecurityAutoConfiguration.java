package io.hongbi.platform.security;

import io.hongbi.platform.problem.ProblemAutoConfiguration;
import io.hongbi.platform.problem.Problems;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Makes a servlet service a resource server: everything needs a token except {@code
 * hongbi.security.public-paths}. A service may put chains of its own before it.
 */
@AutoConfiguration(
        after = ProblemAutoConfiguration.class,
        before = OAuth2ResourceServerAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({
    DispatcherServlet.class,
    BearerTokenAuthentication.class,
    SecurityFilterChain.class
})
@EnableConfigurationProperties(SecurityProperties.class)
public class ServletSecurityAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(SecurityProperties properties) {
        var decoder =
                NimbusJwtDecoder.withJwkSetUri(properties.jwkSetUri().toString())
                        .jwsAlgorithms(algorithms -> algorithms.addAll(Tokens.ALGORITHMS))
                        .build();
        decoder.setJwtValidator(Tokens.validator(properties));
        return decoder;
    }

    /** Nobody reads timings of each filter and check of each request; they cost more than these. */
    @Bean
    @ConditionalOnMissingBean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    TokenProblems tokenProblems(Problems problems) {
        return new TokenProblems(problems);
    }

    @Bean
    SecurityAdvice securityAdvice() {
        return new SecurityAdvice();
    }

    @Bean
    WebMvcConfigurer callerConfigurer() {
        return new CallerWebMvc();
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE - 10)
    @ConditionalOnMissingBean(name = "tokenSecurity")
    SecurityFilterChain tokenSecurity(
            HttpSecurity http, SecurityProperties properties, TokenProblems refusals) {
        return http.csrf(AbstractHttpConfigurer::disable) // no cookies, nothing to forge
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .anonymous(anonymous -> {})
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests ->
                        requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(EndpointRequest.toAnyEndpoint())
                                .permitAll() // on the management port only
                                .requestMatchers(properties.publicPaths().toArray(String[]::new))
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server ->
                        server.jwt(jwt -> jwt.jwtAuthenticationConverter(Tokens.converter()))
                                .authenticationEntryPoint(refusals)
                                .accessDeniedHandler(refusals)
                                .withObjectPostProcessor(refusals.outages()))
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .build();
    }

    /**
     * Roles on any bean. A service whose only guarded beans are controllers can do without: {@link
     * RolesFirst} checks those, and to look at every bean for annotations costs a tenth of a start.
     */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBooleanProperty(name = "hongbi.security.methods", matchIfMissing = true)
    @EnableMethodSecurity
    static class Methods {}
}
