package io.hongbi.grading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.hongbi.common.storage.ObjectStores;
import io.hongbi.local.process.Child;
import io.hongbi.testsupport.KafkaServer;
import io.hongbi.testsupport.oss.OssEmulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that ships, set by environment; its beans are chosen when it is built. */
class PackagedWorkerIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String KEY = "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldC0=";

    @TempDir Path folder;
    private final AnnouncedPages pages = new AnnouncedPages(KafkaServer.shared());
    private @Nullable Child worker;

    @BeforeEach
    void topics() throws Exception {
        pages.makeTopics();
    }

    @AfterEach
    void stop() {
        if (worker != null) {
            worker.stop("TERM", Duration.ofSeconds(30));
        }
    }

    @Test
    void readsFromOssInAClassicGroupWithTheBeansOfTheBuild() throws Exception {
        try (var oss = OssEmulator.start()) {
            var environment = new HashMap<>(Map.of("HONGBI_GRADING_CONSUMER", "classic"));
            oss.settings().forEach((name, value) -> environment.put(variable(name), value));
            environment.put("HONGBI_LOG_FORMAT", "json");
            start(environment);
            var page = pages.photographed(ObjectStores.of(oss.settings()));

            pages.announce(page);

            assertThat(pages.awaitReading(page)).isNotNull();
            assertThat(log()).contains("\"message\":\"Starting AOT-processed GradingApplication");
        }
    }

    @Test
    void sendsTracesWhereToldAndHasItsBeansChosenAtTheStartForThat() throws Exception {
        var sent = new CountDownLatch(1);
        var collector =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext(
                "/v1/traces",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                    sent.countDown();
                });
        collector.start();
        try {
            var objects = folder.resolve("objects").toString();
            var store =
                    Map.of(
                            "hongbi.object-store.root",
                            objects,
                            "hongbi.object-store.signing-key",
                            KEY);
            var environment = new HashMap<String, String>();
            store.forEach((name, value) -> environment.put(variable(name), value));
            environment.put("HONGBI_OTLP_ENABLED", "true");
            environment.put("MANAGEMENT_OTLP_METRICS_EXPORT_ENABLED", "false");
            environment.put(
                    "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT",
                    "http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/traces");
            start(environment);
            var page = pages.photographed(ObjectStores.of(store));

            pages.announce(page);

            assertThat(pages.awaitReading(page)).isNotNull();
            assertThat(sent.await(30, TimeUnit.SECONDS)).as("a trace has come").isTrue();
            assertThat(log()).contains("Starting GradingApplication");
        } finally {
            collector.stop(0);
        }
    }

    private void start(Map<String, String> settings) throws IOException {
        var environment = new HashMap<>(settings);
        environment.put("SERVER_PORT", "0");
        environment.put("MANAGEMENT_SERVER_PORT", "0");
        environment.put("HONGBI_GRADING_GROUP", "packaged-" + UUID.randomUUID());
        environment.put("SPRING_KAFKA_BOOTSTRAP_SERVERS", KafkaServer.shared().bootstrapServers());
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var started =
                Child.start(
                        new Child.Launch(
                                List.of(java, "-XX:TieredStopAtLevel=1", "-jar", jar().toString()),
                                environment,
                                folder,
                                folder.resolve("worker.log")));
        worker = started;
        await().atMost(PATIENCE)
                .until(() -> log().contains("Started GradingApplication") || !started.isAlive());
        assertThat(started.isAlive()).as(log()).isTrue();
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("worker.log"), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace("-", "").replace('.', '_');
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("target"))) {
            return files.filter(f -> f.toString().matches(".*/hongbi-grading-service-[^/]*\\.jar"))
                    .filter(f -> !f.toString().matches(".*-(tests|sources)\\.jar"))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath();
        }
    }
}
