package io.hongbi.submission;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

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
    void servesNothingElseWithoutAToken() {
        for (var path : new String[] {"/", "/api/v1/classes", "/actuator/env", "/nothing"}) {
            var refused = http().get(path);
            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
            assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }
}
