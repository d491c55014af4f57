package io.hongbi.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alibaba.nacos.api.NacosFactory;
import com.alibaba.nacos.api.config.ConfigService;
import com.alibaba.nacos.api.exception.NacosException;
import com.alibaba.nacos.api.naming.NamingService;
import com.alibaba.nacos.api.naming.pojo.Instance;
import io.hongbi.local.process.Ports;
import io.hongbi.platform.security.Role;
import io.hongbi.platform.security.TestTokens;
import io.hongbi.testsupport.NacosServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The door finds services by a real Nacos, and chooses among them by label. */
class DiscoveryIT {

    private static final String SERVICE = "submission-service";
    private static final String GROUP = "HONGBI";
    private static final String LABELS = "gateway-school-labels.json";

    /** Breakers would count how often the tests ask for what is not there yet. */
    private static final String NO_RULES =
            "{\"flow\": [], \"paramFlow\": [], \"breakers\": [], \"system\": []}";

    /** Documents. */
    private static final Duration LIVE = Duration.ofSeconds(5);

    /**
     * Instances: mostly within a second; a push that Nacos loses is made up for by its client,
     * which asks once a minute.
     */
    private static final Duration FOUND = Duration.ofSeconds(90);

    private static final NacosServer NACOS = NacosServer.another();
    private static final Set<Instance> REGISTERED = new HashSet<>();

    private static final List<FakeService> SERVICES = new ArrayList<>();

    private static NamingService naming;
    private static ConfigService documents;
    private static ConfigurableApplicationContext door;

    private final UUID school = UUID.randomUUID();

    @BeforeAll
    static void opens() throws NacosException {
        naming = NacosFactory.createNamingService(NACOS.address());
        documents = NacosFactory.createConfigService(NACOS.address());
        documents.publishConfig("gateway-flow-rules.json", GROUP, NO_RULES);
        door = door(NACOS.address());
    }

    @AfterAll
    static void closes() throws NacosException {
        door.close();
        naming.shutDown();
        documents.shutDown();
        NACOS.kill();
    }

    @AfterEach
    void leave() throws NacosException {
        for (var instance : Set.copyOf(REGISTERED)) {
            deregister(instance);
        }
        SERVICES.forEach(FakeService::stop); // the door still knows the last ones
        SERVICES.clear();
    }

    @Test
    void findsInstancesAndForgetsThoseThatLeave() throws Exception {
        var one = register("one", "");
        register("two", "");
        await().atMost(FOUND).until(() -> answers("").equals(Set.of("one", "two")));

        deregister(one);
        await().atMost(FOUND).until(() -> answers("").equals(Set.of("two")));
    }

    @Test
    void sendsLabelledRequestsToLabelledInstancesAndOthersToOthers() throws Exception {
        register("plain", "");
        var canary = register("canary", "canary");
        await().atMost(FOUND).until(() -> answers("canary").equals(Set.of("canary")));
        assertThat(answers("")).containsExactly("plain");
        assertThat(answers("nobody's")).containsExactly("plain");

        deregister(canary);
        await().atMost(FOUND).until(() -> answers("canary").equals(Set.of("plain")));
    }

    @Test
    void sendsUnlabelledRequestsToLabelledInstancesWhereThereAreNoOthers() throws Exception {
        var plain = register("plain", "");
        register("canary", "canary");
        await().atMost(FOUND).until(() -> answers("canary").equals(Set.of("canary")));

        deregister(plain);

        await().atMost(FOUND).until(() -> answers("").equals(Set.of("canary")));
    }

    @Test
    void sendsASchoolWhereItsLabelSaysAsSoonAsItSaysSo() throws Exception {
        register("plain", "");
        register("canary", "canary");
        await().atMost(FOUND).until(() -> answers("canary").equals(Set.of("canary")));
        assertThat(answers("")).containsExactly("plain");

        label("{\"" + school + "\": \"canary\"}");
        await().atMost(LIVE).until(() -> answers("").equals(Set.of("canary")));
        var other = request(UUID.randomUUID(), "").header("X-School-Id", school.toString());
        assertThat(send(other).body()).isEqualTo("plain");

        label("{\"not\": labels");
        await().during(Duration.ofSeconds(2)).until(() -> answers("").equals(Set.of("canary")));

        label("{}");
        await().atMost(LIVE).until(() -> answers("").equals(Set.of("plain")));
    }

    @Test
    void triesAnotherInstanceWhereOneTakesNoConnection() throws Exception {
        register("there", "");
        await().atMost(FOUND).until(() -> answers("").equals(Set.of("there")));
        register(instance(Ports.free(1).getFirst(), ""));
        await().atMost(FOUND).until(() -> known() == 2);

        for (int i = 0; i < 10; i++) {
            assertThat(send(request(school, "")).body()).isEqualTo("there");
            var upload = request(school, "").POST(BodyPublishers.ofByteArray(new byte[100_000]));
            assertThat(send(upload).body()).isEqualTo("there");
        }
    }

    @Test
    void keepsWhatItKnowsWhileNacosIsAway() throws Exception {
        register("one", "");
        register("canary", "canary");
        await().atMost(FOUND).until(() -> answers("canary").equals(Set.of("canary")));

        NACOS.kill();
        await().during(Duration.ofSeconds(8))
                .atMost(Duration.ofSeconds(20))
                .until(() -> answers("").equals(Set.of("one")));
        assertThat(answers("canary")).containsExactly("canary");

        naming.shutDown(); // nobody tells the one that comes back
        NACOS.restart();
        await().during(Duration.ofSeconds(8))
                .atMost(Duration.ofSeconds(20))
                .until(() -> answers("").equals(Set.of("one")));
        naming = NacosFactory.createNamingService(NACOS.address());
        register("two", "");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> answers("").equals(Set.of("one", "two")));
    }

    private static ConfigurableApplicationContext door(String nacos) {
        return new SpringApplicationBuilder(GatewayApplication.class)
                .run(
                        "--HONGBI_NACOS=" + nacos,
                        "--server.port=0",
                        "--management.server.port=0",
                        "--hongbi.security.issuer=" + TestTokens.ISSUER,
                        "--hongbi.security.jwk-set-uri=" + TestTokens.jwkSetUri());
    }

    private static Instance register(String name, String label) throws NacosException {
        var service = new FakeService();
        SERVICES.add(service);
        service.answers(exchange -> {
            exchange.getRequestBody().readAllBytes();
            FakeService.answer(exchange, 200, name);
        });
        return register(instance(service.port(), label));
    }

    private static Instance register(Instance instance) throws NacosException {
        naming.batchRegisterInstance(SERVICE, GROUP, List.copyOf(with(instance)));
        REGISTERED.add(instance);
        return instance;
    }

    /** One client of Nacos stands for several instances, which it has to name together. */
    private static Set<Instance> with(Instance instance) {
        var all = new HashSet<>(REGISTERED);
        all.add(instance);
        return all;
    }

    private static void deregister(Instance instance) throws NacosException {
        REGISTERED.remove(instance);
        naming.batchDeregisterInstance(SERVICE, GROUP, List.of(instance));
    }

    private static Instance instance(int port, String label) {
        var instance = new Instance();
        instance.setIp("127.0.0.1");
        instance.setPort(port);
        instance.setMetadata(Map.of("label", label, "version", "1"));
        return instance;
    }

    private static int known() throws NacosException {
        return naming.selectInstances(SERVICE, GROUP, true, false).size();
    }

    private static void label(String schools) throws NacosException {
        documents.publishConfig(LABELS, GROUP, schools);
    }

    /** Who answers when asked often. */
    private Set<String> answers(String label) throws Exception {
        var answers = new HashSet<String>();
        for (int i = 0; i < 6; i++) {
            answers.add(send(request(school, label)).body());
        }
        return answers;
    }

    private static HttpRequest.Builder request(UUID school, String label) {
        var port = door.getEnvironment().getRequiredProperty("local.server.port");
        var token = TestTokens.token(UUID.randomUUID(), school, Role.STUDENT);
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/classes"))
                        .header("Authorization", "Bearer " + token)
                        .timeout(Duration.ofSeconds(10));
        return label.isEmpty() ? request : request.header("X-Hongbi-Label", label);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
