package io.hongbi.testsupport;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.containers.wait.strategy.WaitStrategy;

/**
 * The same servers in containers, with the Maven profile {@code containers}: for machines on which
 * the embedded ones do not start, and to test against the images that are deployed.
 */
final class Containers {

    private static final String POSTGRES = "postgres:18";
    private static final String KAFKA = "apache/kafka:4.2.1";
    private static final String NACOS = "nacos/nacos-server:v3.1.1";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Containers() {}

    static boolean wanted() {
        return Boolean.getBoolean("hongbi.containers");
    }

    static Machine postgres(int port, String password) {
        return new Contained(
                POSTGRES,
                Map.of(port, 5432),
                Map.of("POSTGRES_PASSWORD", password),
                Wait.forSuccessfulCommand("pg_isready -h 127.0.0.1"));
    }

    /**
     * @param properties the broker's settings, of which the image takes each as a variable
     */
    static Machine kafka(int port, Map<String, String> properties) {
        var environment =
                properties.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        each ->
                                                "KAFKA_"
                                                        + each.getKey()
                                                                .toUpperCase(Locale.ROOT)
                                                                .replace('.', '_'),
                                        Map.Entry::getValue));
        environment.put(
                "KAFKA_LISTENERS", "PLAINTEXT://0.0.0.0:" + port + ",CONTROLLER://127.0.0.1:9093");
        environment.put("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@127.0.0.1:9093");
        environment.put("KAFKA_LOG_DIRS", "/tmp/kafka-logs");
        return new Contained(
                KAFKA,
                Map.of(port, port),
                environment,
                Wait.forSuccessfulCommand(
                        "/opt/kafka/bin/kafka-broker-api-versions.sh --bootstrap-server 127.0.0.1:"
                                + port));
    }

    /** Clients find its second port 1000 above the first. */
    static Machine nacos(int port) {
        return new Contained(
                NACOS,
                Map.of(port, 8848, port + 1000, 9848),
                Map.of(
                        "MODE", "standalone",
                        "NACOS_AUTH_ENABLE", "false",
                        "NACOS_AUTH_TOKEN", "dGVzdHMgb25seSwgbm90aGluZyBpcyBzaWduZWQgd2l0aCBpdA==",
                        "NACOS_AUTH_IDENTITY_KEY", "hongbi",
                        "NACOS_AUTH_IDENTITY_VALUE", "hongbi"),
                Wait.forHttp("/nacos/v3/admin/core/state/readiness").forPort(8848));
    }

    private static final class Contained implements Machine {

        private final GenericContainer<?> container;
        private final WaitStrategy answers;
        private boolean made;

        /**
         * @param ports of this machine, to those in the container
         */
        Contained(
                String image,
                Map<Integer, Integer> ports,
                Map<String, String> environment,
                WaitStrategy answers) {
            this.answers = answers.withStartupTimeout(PATIENCE);
            container =
                    new GenericContainer<>(image)
                            .withEnv(environment)
                            .withExposedPorts(ports.values().toArray(Integer[]::new))
                            .waitingFor(this.answers);
            container.setPortBindings(
                    ports.entrySet().stream()
                            .map(each -> "127.0.0.1:" + each.getKey() + ":" + each.getValue())
                            .toList());
        }

        @Override
        public void start() {
            if (made) {
                container.getDockerClient().startContainerCmd(container.getContainerId()).exec();
                answers.waitUntilReady(container);
            } else {
                container.start();
                made = true;
            }
        }

        @Override
        public void kill() {
            container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
        }

        @Override
        public void end() {
            container.stop();
        }
    }
}
