package io.hongbi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alibaba.csp.sentinel.slots.block.degrade.DegradeRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.FlowRuleManager;
import com.alibaba.csp.sentinel.slots.block.flow.param.ParamFlowRuleManager;
import com.alibaba.csp.sentinel.slots.system.SystemRuleManager;
import com.sun.net.httpserver.HttpExchange;
import io.hongbi.platform.security.Role;
import io.hongbi.platform.security.TestTokens;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** Budgets and breakers at the door, with rules that change while it runs. */
@DirtiesContext
class FlowIT extends GatewayFixture {

    private static final String READS = "/api/v1/classes";
    private static final String UPLOADS = "/api/v1/assignments/1/submissions";

    private static final String LOOSE = rules("", "", "");
    private static final String ONE_AT_ONCE =
            "{\"flow\": [], \"paramFlow\": [], \"breakers\": [], \"system\": [{\"maxThread\": 0}]}";

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir private static Path folder;

    private final UUID school = UUID.randomUUID();

    @DynamicPropertySource
    static void rules(DynamicPropertyRegistry registry) throws IOException {
        var file = Files.writeString(folder.resolve("rules.json"), LOOSE);
        registry.add("hongbi.flow.rules", () -> file);
        registry.add("hongbi.flow.refresh", () -> "100ms");
        registry.add("hongbi.gateway.response-timeout", () -> "60s"); // of those that are held
    }

    @BeforeEach
    @AfterEach
    void loosens() throws Exception {
        become(LOOSE);
    }

    @Test
    void givesEachPersonABudget() throws Exception {
        become(
                rules(
                        "",
                        "{\"resource\": \"reads\", \"paramIdx\": 1, \"count\": 2, \"burstCount\": 2}",
                        ""));
        var greedy = person(school);

        var refused = untilRefused(greedy, READS);

        assertIsProblem(refused, 429, "too-many-requests");
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(read(person(school), READS).statusCode()).isEqualTo(200);
        Thread.sleep(Duration.ofMillis(1100));
        assertThat(read(greedy, READS).statusCode()).isEqualTo(200);
    }

    @Test
    void givesEachSchoolABudgetForUploadsThatLeavesReadsAlone() throws Exception {
        become(rules("", "{\"resource\": \"uploads\", \"paramIdx\": 0, \"count\": 2}", ""));

        var statuses = new int[6];
        for (int i = 0; i < statuses.length; i++) {
            statuses[i] = upload(person(school)).statusCode();
        }

        assertThat(statuses).contains(200, 429);
        assertThat(upload(person(UUID.randomUUID())).statusCode()).isEqualTo(200);
        assertThat(read(person(school), READS).statusCode()).isEqualTo(200);
    }

    @Test
    void givesEachAddressWithoutATokenABudgetThatLeavesOthersAlone() throws Exception {
        become(rules("", "{\"resource\": \"sign-in\", \"paramIdx\": 2, \"count\": 2}", ""));

        var statuses = new int[6];
        for (int i = 0; i < statuses.length; i++) {
            statuses[i] = send(anonymous("/login")).statusCode();
        }

        assertThat(statuses).contains(200, 429);
        assertThat(read(person(school), READS).statusCode()).isEqualTo(200);
    }

    @Test
    void putsUploadsBehindNoBreaker() throws Exception {
        become(
                rules(
                        "",
                        "",
                        "{\"resource\": \"api\", \"grade\": 1, \"count\": 0.5,"
                                + " \"minRequestAmount\": 5, \"statIntervalMs\": 5000, \"timeWindow\": 1}"));
        SUBMISSION.answers(exchange -> FakeService.answer(exchange, 500, "broken"));
        untilStatus(503, READS);

        assertThat(upload(person(school)).statusCode()).isEqualTo(500); // behind no breaker
    }

    @Test
    void refusesAtTheDoorBeforeTheServiceIsAsked() throws Exception {
        become(rules("{\"resource\": \"uploads\", \"count\": 0}", "", ""));
        SUBMISSION.answers(exchange -> FakeService.answer(exchange, 418, "asked"));

        assertIsProblem(upload(person(school)), 429, "too-many-requests");
    }

    @Test
    void cutsOffAServiceThatFailsAndComesBackWithIt() throws Exception {
        become(
                rules(
                        "",
                        "",
                        "{\"resource\": \"api\", \"grade\": 1, \"count\": 0.5,"
                                + " \"minRequestAmount\": 5, \"statIntervalMs\": 5000, \"timeWindow\": 2}"));
        SUBMISSION.answers(exchange -> FakeService.answer(exchange, 500, "its own words"));
        var first = read(person(school), READS);

        assertThat(first.statusCode()).isEqualTo(500);
        assertThat(first.body()).isEqualTo("its own words");
        var cut = untilStatus(503, READS);
        assertIsProblem(cut, 503, "unavailable");
        assertThat(cut.headers().firstValue("Retry-After")).contains("2");
        assertThat(read(person(school), "/api/v1/me/inbox").statusCode()).isEqualTo(200);

        SUBMISSION.answers(FakeService::echo);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> read(person(school), READS).statusCode() == 200);
    }

    @Test
    void cutsOffAServiceThatIsSlow() throws Exception {
        become(
                rules(
                        "",
                        "",
                        "{\"resource\": \"api\", \"grade\": 0, \"count\": 50,"
                                + " \"slowRatioThreshold\": 0.5, \"minRequestAmount\": 5,"
                                + " \"statIntervalMs\": 5000, \"timeWindow\": 2}"));
        SUBMISSION.answers(FlowIT::late);

        assertIsProblem(untilStatus(503, READS), 503, "unavailable");
    }

    @Test
    void cutsOffAServiceThatHangs() throws Exception {
        become(
                rules(
                        "",
                        "{\"resource\": \"reads\", \"paramIdx\": 1, \"count\": 1,"
                                + " \"durationInSec\": 60}",
                        "{\"resource\": \"api\", \"grade\": 0, \"count\": 50,"
                                + " \"slowRatioThreshold\": 0.5, \"minRequestAmount\": 5,"
                                + " \"statIntervalMs\": 5000, \"timeWindow\": 3}"));
        var let = new CountDownLatch(1);
        var asked = new Semaphore(0);
        SUBMISSION.answers(exchange -> hold(exchange, asked, let));
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var greedy = person(school);
            var first = people.submit(() -> read(greedy, READS));
            assertThat(asked.tryAcquire(1, 30, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 30; i++) { // what is refused tells nothing of the service
                assertThat(read(greedy, READS).statusCode()).isEqualTo(429);
            }
            var asking =
                    IntStream.range(0, 8)
                            .mapToObj(_ -> people.submit(() -> read(person(school), READS)))
                            .toList();
            assertThat(asked.tryAcquire(4, 30, TimeUnit.SECONDS)).isTrue();
            Thread.sleep(Duration.ofMillis(500));

            assertIsProblem(read(person(school), READS), 503, "unavailable");

            let.countDown();
            var statuses = new ArrayList<Integer>();
            for (var answer : asking) {
                statuses.add(answer.get().statusCode());
            }
            assertThat(statuses).isSubsetOf(200, 503);
            assertThat(Collections.frequency(statuses, 200)).isGreaterThanOrEqualTo(4); // + first
            assertThat(first.get().statusCode()).isEqualTo(200);
        } finally {
            let.countDown();
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> read(person(school), READS).statusCode() == 200);
    }

    @Test
    void takesNoMoreAtOnceThanTheProcessIsGoodFor() throws Exception {
        become(ONE_AT_ONCE);
        var let = new CountDownLatch(1);
        var asked = new Semaphore(0);
        SUBMISSION.answers(exchange -> hold(exchange, asked, let));
        try (var one = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = one.submit(() -> read(person(school), READS));
            assertThat(asked.tryAcquire(30, TimeUnit.SECONDS)).isTrue();

            var second = read(person(UUID.randomUUID()), READS);

            assertIsProblem(second, 503, "unavailable");
            assertThat(second.headers().firstValue("Retry-After")).contains("1");
            let.countDown();
            assertThat(first.get().statusCode()).isEqualTo(200);
            assertThat(read(person(school), READS).statusCode()).isEqualTo(200);
        } finally {
            let.countDown();
        }
    }

    @Test
    void blamesNoServiceForRequestsThatAreTooLarge() throws Exception {
        become(
                rules(
                        "",
                        "",
                        "{\"resource\": \"api\", \"grade\": 1, \"count\": 0.1,"
                                + " \"minRequestAmount\": 3, \"statIntervalMs\": 5000, \"timeWindow\": 5}"));
        SUBMISSION.answers(FlowIT::takeAll);
        for (int i = 0; i < 6; i++) {
            var large =
                    BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[2_000_000]));
            var answer = send(request(person(school), READS).POST(large)); // length untold
            assertIsProblem(answer, 413, "too-large");
        }

        assertThat(read(person(school), READS).statusCode()).isEqualTo(200);
    }

    @Test
    void keepsItsRulesWhereTheNewOnesAreNone() throws Exception {
        become(rules("{\"resource\": \"reads\", \"count\": 0}", "", ""));
        untilStatus(429, READS);

        Files.writeString(folder.resolve("rules.json"), "{\"flow\": [");
        Thread.sleep(Duration.ofMillis(500));

        assertThat(read(person(school), READS).statusCode()).isEqualTo(429);
    }

    /** Writes rules and waits until the door has taken them, as far as their numbers tell. */
    private void become(String rules) throws Exception {
        Files.writeString(folder.resolve("rules.json"), rules);
        var wanted = JSON.readTree(rules);
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        FlowRuleManager.getRules().size() == wanted.get("flow").size()
                                && ParamFlowRuleManager.getRules().size()
                                        == wanted.get("paramFlow").size()
                                && DegradeRuleManager.getRules().size()
                                        == wanted.get("breakers").size()
                                && SystemRuleManager.getRules().size()
                                        == wanted.get("system").size());
    }

    private static String rules(String flow, String paramFlow, String breakers) {
        return "{\"flow\": [%s], \"paramFlow\": [%s], \"breakers\": [%s], \"system\": []}"
                .formatted(flow, paramFlow, breakers);
    }

    private static String person(UUID school) {
        return TestTokens.token(UUID.randomUUID(), school, Role.STUDENT);
    }

    private HttpRequest.Builder request(String token, String path) {
        return anonymous(path).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> read(String token, String path) throws Exception {
        return send(request(token, path));
    }

    private HttpResponse<String> upload(String token) throws Exception {
        return send(request(token, UPLOADS).POST(BodyPublishers.ofString("photo")));
    }

    private HttpResponse<String> untilRefused(String token, String path) throws Exception {
        for (int i = 0; i < 50; i++) {
            var answer = read(token, path);
            if (answer.statusCode() != 200) {
                return answer;
            }
        }
        throw new AssertionError("Never refused");
    }

    private HttpResponse<String> untilStatus(int status, String path) throws Exception {
        for (int i = 0; i < 50; i++) {
            var answer = read(person(school), path);
            if (answer.statusCode() == status) {
                return answer;
            }
        }
        throw new AssertionError("Never " + status);
    }

    private static void late(HttpExchange exchange) throws IOException {
        try {
            Thread.sleep(Duration.ofMillis(120));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        FakeService.echo(exchange);
    }

    private static void hold(HttpExchange exchange, Semaphore asked, CountDownLatch let)
            throws IOException {
        asked.release();
        try {
            let.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        FakeService.echo(exchange);
    }

    private static void takeAll(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        FakeService.echo(exchange);
    }
}
