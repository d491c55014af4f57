package io.hongbi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.platform.security.Role;
import io.hongbi.platform.security.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway between a client and two fake services; one context for all tests. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "hongbi.gateway.max-upload=40MB",
            "hongbi.gateway.max-request=1MB",
            "hongbi.gateway.response-timeout=2s"
        })
abstract class GatewayFixture {

    static final FakeService SUBMISSION = new FakeService();
    static final FakeService NOTIFICATION = new FakeService();
    static final String TOKEN =
            TestTokens.token(UUID.randomUUID(), UUID.randomUUID(), Role.STUDENT);

    final HttpClient client = HttpClient.newHttpClient();
    @LocalServerPort int port;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("hongbi.security.issuer", () -> TestTokens.ISSUER);
        registry.add("hongbi.security.jwk-set-uri", TestTokens::jwkSetUri);
        registry.add("hongbi.gateway.submission-uri", SUBMISSION::uri);
        registry.add("hongbi.gateway.notification-uri", NOTIFICATION::uri);
    }

    @BeforeEach
    void echoes() {
        SUBMISSION.answers(FakeService::echo);
        NOTIFICATION.answers(FakeService::echo);
    }

    HttpRequest.Builder anonymous(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    HttpRequest.Builder signedIn(String path) {
        return anonymous(path).header("Authorization", "Bearer " + TOKEN);
    }

    HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        // A connection of its own: one that carried a refused request was once not read again.
        try (var once = HttpClient.newHttpClient()) {
            return once.send(
                    request.timeout(Duration.ofSeconds(30)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    static JsonNode assertIsProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        var problem = JsonMapper.shared().readTree(answer.body());
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("traceId").asString())
                .hasSize(32)
                .isEqualTo(answer.headers().firstValue("X-Trace-Id").orElseThrow());
        return problem;
    }
}
