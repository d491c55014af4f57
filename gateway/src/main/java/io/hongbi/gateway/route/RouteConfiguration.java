package io.hongbi.gateway.route;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the limits and header rules on every route; the routes stand in application.yml. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RouteProperties.class)
class RouteConfiguration {

    @Bean
    GlobalFilter sizeLimit(RouteProperties properties) {
        return new SizeLimit(request ->
                Uploads.isUpload(request) ? properties.maxUpload() : properties.maxRequest());
    }

    @Bean
    HttpHeadersFilter forwardedHeaders(RouteProperties properties) {
        return new ForwardedHeaders(properties.trustedProxies());
    }

    @Bean
    ClientAddresses clientAddresses(RouteProperties properties) {
        return new ClientAddresses(properties.trustedProxies());
    }

    /** Spring Cloud's own timeout counts from when the request begins. */
    @Bean
    HttpClientCustomizer responseTimeout(RouteProperties properties) {
        return client -> client.responseTimeout(properties.responseTimeout());
    }

    @Bean
    HttpHeadersFilter claimsAboutSchools() {
        return new ClaimsAboutSchools();
    }
}
