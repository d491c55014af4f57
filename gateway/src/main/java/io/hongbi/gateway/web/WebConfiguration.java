package io.hongbi.gateway.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Serves one description of the API for all services. The pages are plain static resources. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebProperties.class)
class WebConfiguration {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final List<HttpMethod> READING = List.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final int DESCRIPTION_LIMIT = 4 * 1024 * 1024;

    /** The front page takes HEAD like GET, and says so to whoever tries anything else. */
    @Bean
    RouterFunction<ServerResponse> frontPage() {
        var page = new ClassPathResource("static/index.html");
        return RouterFunctions.route(
                RequestPredicates.path("/"),
                request -> {
                    if (!READING.contains(request.method())) {
                        return Mono.error(new MethodNotAllowedException(request.method(), READING));
                    }
                    return ServerResponse.ok()
                            .contentType(new MediaType(MediaType.TEXT_HTML, UTF_8))
                            .cacheControl(CacheControl.noCache())
                            .bodyValue(page);
                });
    }

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
