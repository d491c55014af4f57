package io.hongbi.gateway.web;

import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import tools.jackson.databind.json.JsonMapper;

/** Serves one description of the API for all services. The pages are plain static resources. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebProperties.class)
class WebConfiguration {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int DESCRIPTION_LIMIT = 4 * 1024 * 1024;

    @Bean
    RouterFunction<ServerResponse> apiDescription(WebProperties properties, JsonMapper mapper) {
        var description =
                new ApiDescription(
                        WebClient.builder()
                                .codecs(c -> c.defaultCodecs().maxInMemorySize(DESCRIPTION_LIMIT))
                                .build(),
                        properties,
                        mapper);
        return RouterFunctions.route(RequestPredicates.GET("/v3/api-docs"), description::show);
    }
}
