package io.hongbi.submission.web;

import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;

/** Describes what all answers share: the headers of what was made or changed, and refusals. */
@Configuration(proxyBeanMethods = false)
class DescribedAnswers {

    static final String PROBLEM = "Problem";

    private static final String SIGNED = "/api/v1/objects/";

    /** RFC 9457 with this API's own members. */
    static Schema<?> problem() {
        var schema = new ObjectSchema();
        schema.addProperty("type", new StringSchema().description("urn:hongbi:problem:<code>"));
        schema.addProperty("title", new StringSchema());
        schema.addProperty("status", new IntegerSchema());
        schema.addProperty("detail", new StringSchema().description("What to do, one sentence"));
        schema.addProperty("code", new StringSchema());
        schema.addProperty("traceId", new StringSchema());
        var field = new ObjectSchema();
        field.addProperty("pointer", new StringSchema().description("JSON pointer, RFC 6901"));
        field.addProperty("detail", new StringSchema());
        schema.addProperty(
                "errors", new ArraySchema().items(field).description("Invalid fields only"));
        return schema;
    }

    @Bean
    OpenApiCustomizer answers() {
        return document -> document.getPaths().forEach(DescribedAnswers::describe);
    }

    private static void describe(String path, PathItem item) {
        for (var operation : item.readOperations()) {
            var responses = operation.getResponses();
            describeMade(responses.get("201"));
            describeMade(responses.get("202"));
            if (path.endsWith("}") && !path.startsWith(SIGNED)) {
                describeOne(responses.get("200"));
            }
            refuse(responses);
        }
    }

    private static void describeMade(@Nullable ApiResponse response) {
        if (response != null) {
            response.addHeaderObject(
                    HttpHeaders.LOCATION, header("Where it is; relative to this API"));
            describeOne(response);
        }
    }

    private static void describeOne(@Nullable ApiResponse response) {
        if (response != null) {
            response.addHeaderObject(HttpHeaders.ETAG, header("Its version, for If-Match"));
        }
    }

    private static void refuse(ApiResponses responses) {
        var content =
                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM));
        responses.addApiResponse(
                ApiResponses.DEFAULT,
                new ApiResponse()
                        .description("A refusal or a failure (RFC 9457)")
                        .content(new Content().addMediaType("application/problem+json", content)));
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
    }
}
