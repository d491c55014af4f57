package io.hongbi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.hongbi.platform.security.Role;
import io.hongbi.platform.security.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.import=classpath:hongbi-platform.properties",
            "spring.main.web-application-type=servlet",
            "hongbi.security.public-paths=/public/**,/container",
            "management.server.port=0"
        })
class PlatformIT {

    private static final UUID PERSON = UUID.fromString("0199f000-0000-7000-8000-000000000001");
    private static final UUID SCHOOL = UUID.fromString("0199f000-0000-7000-8000-000000000002");

    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper mapper = JsonMapper.builder().build();
    @LocalServerPort private int port;
    @LocalManagementPort private int managementPort;

    @SpringBootApplication(proxyBeanMethods = false)
    static class Application {}

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry registry) {
        registry.add("hongbi.security.issuer", () -> TestTokens.ISSUER);
        registry.add("hongbi.security.jwk-set-uri", TestTokens::jwkSetUri);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /nowhere,         404, not-found",
        "GET,    /things/17,       404, not-found",
        "DELETE, /list,            405, method-not-allowed",
        "GET,    /list,            400, invalid",
        "GET,    /list?limit=x,    400, invalid",
        "GET,    /list?limit=101,  400, invalid",
        "POST,   /teachers,        415, unsupported-media-type",
        "GET,    /large,           413, too-large",
        "GET,    /photo,           500, internal",
        "GET,    /database,        503, unavailable",
        "GET,    /container,       409, conflict",
        "GET,    /fact,            409, in-progress",
    })
    void everyFailureIsAProblem(String method, String path, int status, String code)
            throws Exception {
        var answer = send(request(path).method(method, HttpRequest.BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(status);
        assertIsProblem(answer, code);
    }

    @Test
    void namesTheInvalidFieldByItsPointer() throws Exception {
        var problem =
                assertIsProblem(post("/teachers", "{\"part\": {\"name\": \" \"}}"), "invalid");

        assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo("/part/name");
        assertThat(problem.at("/errors/0/detail").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"part\": {\"name\": [\"a\"]}}; /part/name",
                "{\"part\": {\"name\": 5}}; /part/name",
                "{\"part\": \"a\"}; /part"
            })
    void namesTheFieldThatCannotBeRead(String json, String pointer) throws Exception {
        var problem = assertIsProblem(post("/teachers", json), "invalid");

        assertThat(problem.at("/errors/0/pointer").asString()).isEqualTo(pointer);
        assertThat(problem.at("/errors/0/detail").asString()).isEqualTo("无法识别，请检查格式");
    }

    @Test
    void callsABodyThatIsNoJsonMalformed() throws Exception {
        assertIsProblem(post("/teachers", "{\"part\":"), "malformed");
    }

    @Test
    void answersAProblemEvenWhereOnlyAnImageIsAccepted() throws Exception {
        assertIsProblem(send(request("/photo").header("Accept", "image/jpeg")), "internal");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "zh-CN; 没有找到",
                "en; Not found",
                "en-GB,en;Not found",
                "fr, en; Not found",
                "fr; 没有找到",
                "'  '; 没有找到",
                "=broken=; 没有找到"
            })
    void speaksTheLanguageAskedForAndChineseOtherwise(String accepted, String title)
            throws Exception {
        var problem =
                assertIsProblem(
                        send(request("/nowhere").header("Accept-Language", accepted)), "not-found");

        assertThat(problem.get("title").asString()).isEqualTo(title);
    }

    @Test
    void tellsAControllerWhoCalls() throws Exception {
        var answer = send(request("/caller"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(PERSON.toString()).contains("TEACHER");
    }

    @Test
    void refusesARequestWithoutToken() throws Exception {
        assertUnauthenticated(send(get("/caller")));
    }

    @Test
    void refusesAnExpiredToken() throws Exception {
        assertRefused(changed(c -> c.expirationTime(Date.from(Instant.now().minusSeconds(90)))));
    }

    @Test
    void refusesATokenOfAnotherIssuer() throws Exception {
        assertRefused(changed(claims -> claims.issuer("http://elsewhere.test")));
    }

    @Test
    void refusesAForeignSignature() throws Exception {
        assertRefused(TestTokens.foreignToken(PERSON, SCHOOL, Role.TEACHER));
    }

    @Test
    void refusesAnUnsignedToken() throws Exception {
        var parts = TestTokens.token(PERSON, SCHOOL, Role.TEACHER).split("\\.", -1);
        assertRefused("eyJhbGciOiJub25lIn0." + parts[1] + ".");
    }

    @Test
    void refusesATokenWithoutSchoolPersonOrKnownRole() throws Exception {
        assertRefused(changed(claims -> claims.claim("school", null)));
        assertRefused(changed(claims -> claims.subject("hongbi-web")));
        assertRefused(changed(claims -> claims.claim("roles", List.of("root"))));
        assertRefused(changed(claims -> claims.claim("roles", List.of())));
    }

    @Test
    void refusesTheWrongRoleBeforeItReadsTheBody() throws Exception {
        var student = TestTokens.token(PERSON, SCHOOL, Role.STUDENT);
        var answer =
                send(
                        get("/teachers")
                                .header("Authorization", "Bearer " + student)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{ no json")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertIsProblem(answer, "forbidden");
    }

    @Test
    void letsEverybodyToPublicPaths() throws Exception {
        assertThat(send(get("/public/nowhere")).statusCode()).isEqualTo(404);
    }

    @Test
    void continuesTheTraceOfTheClient() throws Exception {
        var trace = "0af7651916cd43dd8448eb211c80319c";
        var answer =
                send(get("/caller").header("traceparent", "00-" + trace + "-b7ad6b7169203331-01"));

        assertThat(answer.headers().firstValue("X-Trace-Id")).contains(trace);
        assertThat(mapper.readTree(answer.body()).get("traceId").asString()).isEqualTo(trace);
    }

    @Test
    void servesHealthAndTimersOnTheManagementPortOnly() throws Exception {
        var ready = management("/actuator/health/readiness");
        var live = management("/actuator/health/liveness");
        var metrics = management("/actuator/prometheus");

        assertThat(List.of(ready.statusCode(), live.statusCode())).containsOnly(200);
        assertThat(metrics.body()).contains("http_server_requests_seconds_count");
        assertThat(management("/actuator/env").statusCode()).isEqualTo(401);
        assertThat(send(request("/actuator/prometheus")).statusCode()).isEqualTo(404);
    }

    private void assertRefused(String token) throws Exception {
        var answer = send(get("/caller").header("Authorization", "Bearer " + token));

        assertUnauthenticated(answer);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("invalid_token");
    }

    private void assertUnauthenticated(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer");
        assertIsProblem(answer, "unauthenticated");
    }

    private JsonNode assertIsProblem(HttpResponse<String> answer, String code) {
        var problem = mapper.readTree(answer.body());
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        assertThat(Set.copyOf(problem.propertyNames()))
                .contains("type", "title", "status", "detail", "code", "traceId")
                .doesNotContain("trace", "exception", "properties");
        assertThat(problem.get("type").asString()).isEqualTo("urn:hongbi:problem:" + code);
        assertThat(problem.get("code").asString()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(answer.statusCode());
        assertThat(problem.get("traceId").asString())
                .hasSize(32)
                .isEqualTo(answer.headers().firstValue("X-Trace-Id").orElseThrow());
        assertThat(answer.body()).doesNotContain("secret", "io.hongbi", "java.");
        assertThat(answer.statusCode() == 503)
                .isEqualTo(answer.headers().firstValue("Retry-After").isPresent());
        return problem;
    }

    private static String changed(UnaryOperator<JWTClaimsSet.Builder> change) {
        return TestTokens.token(PERSON, SCHOOL, List.of(Role.TEACHER), change);
    }

    private HttpResponse<String> post(String path, String json) throws Exception {
        return send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        var token = TestTokens.token(PERSON, SCHOOL, Role.TEACHER);
        return get(path).header("Authorization", "Bearer " + token);
    }

    private HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> management(String path) throws Exception {
        return send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
