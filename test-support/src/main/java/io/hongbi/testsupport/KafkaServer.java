package io.hongbi.testsupport;

import io.hongbi.local.kafka.KafkaSettings;
import io.hongbi.local.process.Library;
import io.hongbi.local.process.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One real Kafka broker per JVM, set as {@code ./hongbi up} sets it; it ends with the JVM.
 *
 * <pre>{@code
 * @DynamicPropertySource
 * static void broker(DynamicPropertyRegistry registry) {
 *     KafkaServer.shared().register(registry::add);
 * }
 * }</pre>
 */
public final class KafkaServer {

    private static @Nullable KafkaServer shared;

    private final int port;
    private final Machine machine;

    private KafkaServer() {
        List<Integer> ports = Ports.free(2);
        port = ports.getFirst();
        Path folder = Scratch.folder("kafka");
        KafkaSettings settings =
                new KafkaSettings(folder, folder.resolve("kafka.log"), port, ports.get(1), true);
        var embedded =
                new io.hongbi.local.kafka.KafkaServer(settings, Library.ofThisBuild(), List.of());
        machine =
                Containers.wanted()
                        ? Containers.kafka(port, settings.asMap())
                        : new EmbeddedProcess(folder, embedded::start);
        machine.start();
        Runtime.getRuntime().addShutdownHook(new Thread(machine::end, "end-kafka"));
    }

    /** The broker of this JVM, started on the first call. */
    public static synchronized KafkaServer shared() {
        if (shared == null) {
            shared = new KafkaServer();
        }
        return shared;
    }

    /** The address for clients. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Sets {@code spring.kafka.bootstrap-servers}. */
    public void register(BiConsumer<String, Supplier<Object>> properties) {
        properties.accept("spring.kafka.bootstrap-servers", this::bootstrapServers);
    }

    /** Ends the broker as {@code kill -9} does. */
    public void kill() {
        machine.kill();
    }

    /** Starts the broker again on the same port and data after {@link #kill()}. */
    public void restart() {
        machine.start();
    }
}
