package io.hongbi.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiIT extends SubmissionIT {

    @Test
    void describesEveryEndpointWithWhatAllShare() {
        var document = http().get("/v3/api-docs").json();

        var paths = document.get("paths");
        assertThat(paths.has("/api/v1/classes/{id}/roster")).isTrue();
        assertThat(paths.has("/login")).isFalse();
        var list = paths.get("/api/v1/classes").get("get").get("parameters");
        assertThat(list.findValuesAsString("name")).containsExactly("limit", "cursor");
        var post = paths.get("/api/v1/classes").get("post").get("parameters");
        assertThat(post.findValuesAsString("name")).containsExactly("Idempotency-Key");
        assertThat(document.get("security").get(0).has("bearer")).isTrue();
    }

    @Test
    void tellsWhatEachEndpointAnswers() {
        var paths = http().get("/v3/api-docs").json().get("paths");

        var handIn = paths.get("/api/v1/assignments/{id}/submissions").get("post");
        var retake = paths.get("/api/v1/submissions/{id}/pages/{number}").get("put");
        var set = paths.get("/api/v1/classes/{classId}/assignments").get("post");
        var found = paths.get("/api/v1/classes").get("post");
        assertThat(answers(handIn)).containsExactly("202", "default");
        assertThat(answers(retake)).containsExactly("202", "default");
        assertThat(answers(set)).containsExactly("201", "default");
        assertThat(answers(found)).containsExactly("201", "default");
        for (var made : new JsonNode[] {handIn, retake, set, found}) {
            assertThat(headers(made)).containsExactlyInAnyOrder("Location", "ETag");
            assertThat(made.at("/responses/default/content").propertyNames())
                    .containsExactly("application/problem+json");
        }
        assertThat(handIn.at("/requestBody/content").propertyNames())
                .containsExactly("multipart/form-data");
        assertThat(paths.at("/~1api~1v1~1classes~1{id}/get/responses/200/headers").has("ETag"))
                .isTrue();
        assertThat(handIn.get("parameters").findValuesAsString("name"))
                .containsOnlyOnce("Idempotency-Key");
    }

    @Test
    void describesWhatFilesTheGradebookGives() {
        var paths = http().get("/v3/api-docs").json().get("paths");

        for (var file :
                Map.of(
                                "marks.csv", "text/csv;charset=UTF-8",
                                "marks.xlsx",
                                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                "annotated.zip", "application/zip")
                        .entrySet()) {
            var get = paths.get("/api/v1/assignments/{id}/" + file.getKey()).get("get");
            assertThat(get.at("/responses/200/content").propertyNames())
                    .containsExactly(file.getValue());
            assertThat(get.get("parameters").findValuesAsString("name")).containsExactly("id");
        }
        for (var path :
                new String[] {
                    "/api/v1/assignments/{id}/statistics",
                    "/api/v1/assignments/{id}/regrade-requests",
                    "/api/v1/regrade-requests/{id}",
                    "/api/v1/submissions/{id}/items/{itemId}/look-alikes",
                    "/api/v1/assignments/{id}/excellent-notes"
                }) {
            assertThat(paths.get(path).get("get").get("summary").asString()).isNotBlank();
        }
    }

    private static List<String> headers(JsonNode operation) {
        var made = operation.get("responses").values().iterator().next();
        return List.copyOf(made.get("headers").propertyNames());
    }

    private static List<String> answers(JsonNode operation) {
        return List.copyOf(operation.get("responses").propertyNames());
    }

    @Test
    void servesNothingElseWithoutAToken() {
        for (var path : new String[] {"/", "/api/v1/classes", "/actuator/env", "/nothing"}) {
            var refused = http().get(path);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }
}
