package io.hongbi.gateway.route;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Puts the limits and header rules on every route; the routes stand in application.yml. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RouteProperties.class)
class RouteConfiguration {

    private static final PathPattern HAND_IN =
            new PathPatternParser().parse("/api/v1/assignments/{id}/submissions");
    private static final PathPattern RETAKE =
            new PathPatternParser().parse("/api/v1/submissions/{id}/pages/{n}");

    @Bean
    GlobalFilter sizeLimit(RouteProperties properties) {
        return new SizeLimit(
                path -> isUpload(path) ? properties.maxUpload() : properties.maxRequest());
    }

    @Bean
    HttpHeadersFilter forwardedHeaders(RouteProperties properties) {
        return new ForwardedHeaders(properties.trustedProxies());
    }

    @Bean
    HttpHeadersFilter claimsAboutSchools() {
        return new ClaimsAboutSchools();
    }

    private static boolean isUpload(PathContainer path) {
        return HAND_IN.matches(path) || RETAKE.matches(path);
    }
}
