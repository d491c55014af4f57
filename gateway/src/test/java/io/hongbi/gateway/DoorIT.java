package io.hongbi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.platform.security.Role;
import io.hongbi.platform.security.TestTokens;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorIT extends GatewayFixture {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Test
    void sendsEachPathToItsService() throws Exception {
        SUBMISSION.answers(exchange -> FakeService.answer(exchange, 200, "submission"));
        NOTIFICATION.answers(exchange -> FakeService.answer(exchange, 200, "notification"));

        assertThat(send(signedIn("/api/v1/classes")).body()).isEqualTo("submission");
        assertThat(send(signedIn("/api/v1/me/inbox?limit=3")).body()).isEqualTo("notification");
        assertThat(send(anonymous("/api/v1/objects/a/b?signature=x")).body())
                .isEqualTo("submission");
        for (var path : new String[] {"/login", "/oauth2/authorize?x=y", "/userinfo"}) {
            assertThat(send(anonymous(path)).body()).isEqualTo("submission");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/classes", "/api/v1/me/inbox", "/api/nowhere"})
    void refusesTheApiWithoutToken(String path) throws Exception {
        var answer = send(anonymous(path));

        assertIsProblem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
    }

    @Test
    void refusesAForeignToken() throws Exception {
        var foreign = TestTokens.foreignToken(UUID.randomUUID(), UUID.randomUUID(), Role.TEACHER);

        var answer =
                send(anonymous("/api/v1/classes").header("Authorization", "Bearer " + foreign));

        assertIsProblem(answer, 401, "unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("invalid_token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/actuator/health", "/index.php"})
    void answersAProblemForWhatIsNowhere(String path) throws Exception {
        assertIsProblem(send(anonymous(path)), 404, "not-found");
    }

    @Test
    void servesItsFrontPageToThoseWhoReadOnly() throws Exception {
        for (var method : new String[] {"GET", "HEAD"}) {
            var page = send(anonymous("/").method(method, BodyPublishers.noBody()));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/html");
            assertThat(page.headers().firstValue("Cache-Control")).contains("no-cache");
            assertThat(page.body().isEmpty()).isEqualTo(method.equals("HEAD"));
        }
        for (var method : new String[] {"POST", "PUT", "DELETE"}) {
            var refused = send(anonymous("/").method(method, BodyPublishers.noBody()));
            assertIsProblem(refused, 405, "method-not-allowed");
            assertThat(refused.headers().firstValue("Allow").orElseThrow()).contains("GET", "HEAD");
        }
    }

    @Test
    void speaksEnglishWhenAskedTo() throws Exception {
        var problem =
                assertIsProblem(
                        send(anonymous("/nowhere").header("Accept-Language", "en")),
                        404,
                        "not-found");

        assertThat(problem.get("title").asString()).isEqualTo("Not found");
    }

    @Test
    void continuesTheClientsTraceAndRecordsItWhateverTheClientSays() throws Exception {
        var answer =
                send(
                        signedIn("/api/v1/classes")
                                .header("traceparent", "00-" + TRACE + "-b7ad6b7169203331-00"));

        assertThat(answer.headers().allValues("X-Trace-Id")).containsExactly(TRACE);
        assertThat(answer.body())
                .containsPattern("(?i)traceparent: \\[00-" + TRACE + "-[0-9a-f]{16}-01]")
                .doesNotContain("b7ad6b7169203331");
    }

    @Test
    void startsATraceWhereTheClientHasNone() throws Exception {
        var answer = send(signedIn("/api/v1/classes"));

        var trace = answer.headers().firstValue("X-Trace-Id").orElseThrow();
        assertThat(trace).matches("[0-9a-f]{32}");
        assertThat(answer.body()).contains("00-" + trace + "-");
    }

    @Test
    void dropsWhatClientsClaimAboutSchoolAndAddress() throws Exception {
        var answer =
                send(
                        signedIn("/api/v1/classes")
                                .header("X-School-Id", "planted")
                                .header("X-Tenant", "planted")
                                .header("X-Hongbi-Roles", "planted")
                                .header("X-Forwarded-Host", "planted.test")
                                .header("Forwarded", "host=planted.test"));

        assertThat(answer.body())
                .doesNotContain("planted")
                .contains("127.0.0.1:" + port)
                .containsIgnoringCase("X-forwarded-proto: [http]");
    }

    @Test
    void guardsEveryAnswerWithHeaders() throws Exception {
        for (var answer : new Object[] {send(anonymous("/")), send(signedIn("/api/v1/classes"))}) {
            var headers = ((java.net.http.HttpResponse<?>) answer).headers();
            assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(headers.firstValue("Permissions-Policy")).isPresent();
            assertThat(headers.firstValue("Strict-Transport-Security")).isEmpty();
        }
    }

    @Test
    void asksForHttpsToStayOnceItIsUsed() throws Exception {
        var answer = send(anonymous("/").header("X-Forwarded-Proto", "https"));

        assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void keepsTheServicesOwnProblems() throws Exception {
        SUBMISSION.answers(exchange -> FakeService.answer(exchange, 409, "its own"));

        var answer = send(signedIn("/api/v1/classes").POST(BodyPublishers.ofString("{}")));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("its own");
    }

    @Test
    void saysThatAServiceIsGoneAndWhenToTryAgain() throws Exception {
        SUBMISSION.answers(exchange -> exchange.close());

        var answer = send(signedIn("/api/v1/classes"));

        assertIsProblem(answer, 503, "unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void saysThatAServiceTookTooLong() throws Exception {
        SUBMISSION.answers(exchange -> {
            try {
                new java.util.concurrent.CountDownLatch(1)
                        .await(5, java.util.concurrent.TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });

        assertIsProblem(send(signedIn("/api/v1/classes")), 504, "unavailable");
    }

    @Test
    void describesAllServicesInOneDocument() throws Exception {
        SUBMISSION.answers(exchange ->
                FakeService.answer(
                        exchange,
                        200,
                        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{}},\"components\":{\"schemas\":{\"A\":{}}}}"));
        NOTIFICATION.answers(exchange ->
                FakeService.answer(
                        exchange,
                        200,
                        "{\"openapi\":\"3.1.0\",\"paths\":{\"/b\":{}},\"components\":{\"schemas\":{\"B\":{}}}}"));

        var answer = send(anonymous("/v3/api-docs"));

        assertThat(answer.body())
                .isEqualTo(
                        "{\"openapi\":\"3.1.0\",\"paths\":{\"/a\":{},\"/b\":{}},\"components\":"
                                + "{\"schemas\":{\"A\":{},\"B\":{}}},\"servers\":[{\"url\":\"/\"}]}");
    }
}
