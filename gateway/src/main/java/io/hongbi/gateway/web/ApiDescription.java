package io.hongbi.gateway.web;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Merges the services' OpenAPI documents into the one that clients see. */
class ApiDescription {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private final WebClient client;
    private final List<URI> sources;
    private final JsonMapper mapper;
    private final Mono<String> merged;

    ApiDescription(WebClient client, WebProperties properties, JsonMapper mapper) {
        this.client = client;
        this.sources =
                List.of(
                        properties.submissionUri().resolve("/v3/api-docs"),
                        properties.notificationUri().resolve("/v3/api-docs"));
        this.mapper = mapper;
        this.merged =
                Mono.defer(this::ask).cache(_ -> KEPT, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** No token is asked for and no budget is touched, so services are asked once a minute. */
    Mono<ServerResponse> show(ServerRequest request) {
        return merged.flatMap(document ->
                ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(document));
    }

    private Mono<String> ask() {
        return Flux.fromIterable(sources)
                .concatMap(source -> client.get().uri(source).retrieve().bodyToMono(String.class))
                .timeout(WebConfiguration.PATIENCE)
                .collectList()
                .map(documents -> merge(documents).toString());
    }

    /**
     * The first document gives title and version; where two name the same thing, the first wins.
     */
    ObjectNode merge(List<String> documents) {
        var merged = mapper.createObjectNode();
        for (var document : documents) {
            if (mapper.readTree(document) instanceof ObjectNode object) {
                adopt(merged, object);
            }
        }
        merged.putArray("servers").addObject().put("url", "/");
        return merged;
    }

    private static void adopt(ObjectNode into, ObjectNode from) {
        for (var field : from.properties()) {
            var present = into.get(field.getKey());
            if (present == null) {
                into.set(field.getKey(), field.getValue());
            } else if (present instanceof ObjectNode inner
                    && field.getValue() instanceof ObjectNode more) {
                adopt(inner, more);
            }
        }
    }
}
