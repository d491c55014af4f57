package io.hongbi.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.alibaba.nacos.api.NacosFactory;
import com.alibaba.nacos.api.exception.NacosException;
import com.alibaba.nacos.api.naming.NamingService;
import com.alibaba.nacos.api.naming.pojo.Instance;
import io.hongbi.local.process.Ports;
import io.hongbi.platform.security.TestTokens;
import io.hongbi.testsupport.KafkaServer;
import io.hongbi.testsupport.NacosServer;
import io.hongbi.testsupport.PostgresServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A service tells a real Nacos that it is there, and that it goes before it goes. */
class RegistrationIT {

    private static final PostgresServer.Database DATABASE = PostgresServer.shared().freshDatabase();

    private static NamingService naming;

    @BeforeAll
    static void connects() throws NacosException {
        naming = NacosFactory.createNamingService(NacosServer.shared().address());
    }

    @AfterAll
    static void leaves() throws NacosException {
        naming.shutDown();
    }

    @Test
    void isThereWithLabelAndVersionUntilShortlyBeforeItStops() throws Exception {
        var service =
                service(
                        "--HONGBI_NACOS=" + NacosServer.shared().address(),
                        "--HONGBI_LABEL=canary",
                        "--HONGBI_VERSION=1.2.3",
                        "--spring.cloud.nacos.discovery.ip=127.0.0.1");
        var port = Integer.parseInt(service.getEnvironment().getProperty("local.server.port", ""));
        await().atMost(Duration.ofSeconds(10)).until(() -> registered().size() == 1);

        var instance = registered().getFirst();

        assertThat(instance.getPort()).isEqualTo(port);
        assertThat(instance.getMetadata())
                .containsEntry("label", "canary")
                .containsEntry("version", "1.2.3");

        var stopping = Thread.startVirtualThread(service::close);
        await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(10))
                .until(() -> registered().isEmpty());
        var since = System.nanoTime();
        while (System.nanoTime() - since < Duration.ofSeconds(1).toNanos()) {
            assertThat(answers(port))
                    .as("Takes requests of gateways that do not know yet")
                    .isTrue();
        }
        assertThat(stopping.join(Duration.ofSeconds(30))).isTrue();
        assertThat(answers(port)).isFalse();
    }

    @Test
    void startsWithoutNacosAndWithOneThatIsAway() {
        try (var service = service()) {
            assertThat(service.getBeanNamesForType(NamingService.class)).isEmpty();
            assertThat(service.getBeanDefinitionNames())
                    .noneMatch(name -> name.startsWith("nacos"));
        }
        var nobody = Ports.free(1).getFirst();
        try (var service =
                service("--HONGBI_NACOS=127.0.0.1:" + nobody, "--HONGBI_NACOS_LEAVE_MS=0")) {
            assertThat(service.isRunning()).isTrue();
        }
    }

    private static ConfigurableApplicationContext service(String... settings) {
        List<String> all = new ArrayList<>(List.of(settings));
        DATABASE.register("hongbi_notification", (key, value) -> all.add(set(key, value.get())));
        KafkaServer.shared().register((key, value) -> all.add(set(key, value.get())));
        all.add(set("server.port", 0));
        all.add(set("management.server.port", 0));
        all.add(set("hongbi.security.issuer", TestTokens.ISSUER));
        all.add(set("hongbi.security.jwk-set-uri", TestTokens.jwkSetUri()));
        return new SpringApplicationBuilder(NotificationApplication.class)
                .run(all.toArray(String[]::new));
    }

    private static String set(String key, Object value) {
        return "--" + key + "=" + value;
    }

    private static List<Instance> registered() throws NacosException {
        return naming.selectInstances("notification-service", "HONGBI", true);
    }

    private static boolean answers(int port) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/me/inbox"))
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 401;
        } catch (IOException _) {
            return false;
        }
    }
}
