package io.hongbi.submission.web;

import io.hongbi.platform.security.Caller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.Arrays;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.node.ObjectNode;

/** Describes what every endpoint of this service shares; endpoints describe themselves. */
@Configuration(proxyBeanMethods = false)
class OpenApi {

    private static final String BEARER = "bearer";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Caller.class, Window.class)
                .replaceWithSchema(ObjectNode.class, new ObjectSchema());
    }

    @Bean
    OpenAPI openApiDocument() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Hongbi")
                                .version("v1")
                                .description(
                                        "Errors are application/problem+json (RFC 9457) in the"
                                                + " language of Accept-Language (zh, en). A foreign"
                                                + " or unknown object is 404, alike.")
                                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(
                        new Components()
                                .addSchemas(DescribedAnswers.PROBLEM, DescribedAnswers.problem())
                                .addSecuritySchemes(
                                        BEARER,
                                        new SecurityScheme()
                                                .type(SecurityScheme.Type.HTTP)
                                                .scheme("bearer")
                                                .bearerFormat("JWT")))
                .addSecurityItem(new SecurityRequirement().addList(BEARER));
    }

    /** Lists take a window. */
    @Bean
    OperationCustomizer windows() {
        return (operation, method) -> takesWindow(method) ? withWindow(operation) : operation;
    }

    /** Any POST takes an Idempotency-Key. */
    @Bean
    OpenApiCustomizer idempotencyKeys() {
        return document ->
                document.getPaths().values().stream()
                        .map(PathItem::getPost)
                        .filter(post -> post != null)
                        .forEach(OpenApi::takeIdempotencyKey);
    }

    private static void takeIdempotencyKey(Operation post) {
        var parameters = post.getParameters();
        if (parameters != null) { // where a controller names it itself
            parameters.removeIf(parameter -> IdempotencyKey.HEADER.equals(parameter.getName()));
        }
        post.addParametersItem(idempotencyKey());
    }

    private static boolean takesWindow(HandlerMethod method) {
        return Arrays.stream(method.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == Window.class);
    }

    private static Operation withWindow(Operation operation) {
        var limit = new IntegerSchema();
        limit.setDefault(Window.DEFAULT_LIMIT);
        limit.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(Window.MAX_LIMIT));
        return operation
                .addParametersItem(new Parameter().in("query").name("limit").schema(limit))
                .addParametersItem(
                        new Parameter()
                                .in("query")
                                .name("cursor")
                                .description("nextCursor of the part before")
                                .schema(new StringSchema()));
    }

    private static Parameter idempotencyKey() {
        return new Parameter()
                .in("header")
                .name(IdempotencyKey.HEADER)
                .description(
                        "1 to 255 visible ASCII characters. A retry gets the first answer again,"
                                + " with Idempotency-Replayed: true, for a day")
                .schema(new StringSchema());
    }
}
