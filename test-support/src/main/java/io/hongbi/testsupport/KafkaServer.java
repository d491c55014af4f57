package io.hongbi.testsupport;

import io.hongbi.local.kafka.KafkaSettings;
import io.hongbi.local.process.Child;
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

    private final Path folder = Scratch.folder("kafka");
    private final io.hongbi.local.kafka.KafkaServer server;
    private volatile Child broker;

    private KafkaServer() {
        List<Integer> ports = Ports.free(2);
        KafkaSettings settings =
                new KafkaSettings(
                        folder, folder.resolve("kafka.log"), ports.get(0), ports.get(1), true);
        server = new io.hongbi.local.kafka.KafkaServer(settings, Library.ofThisBuild(), List.of());
        broker = server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end-kafka"));
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
        return server.bootstrapServers();
    }

    /** Sets {@code spring.kafka.bootstrap-servers}. */
    public void register(BiConsumer<String, Supplier<Object>> properties) {
        properties.accept("spring.kafka.bootstrap-servers", this::bootstrapServers);
    }

    /** Ends the broker as {@code kill -9} does. */
    public void kill() {
        broker.kill();
    }

    /** Starts the broker again on the same port and data after {@link #kill()}. */
    public void restart() {
        broker = server.start();
    }

    private void end() {
        kill();
        Scratch.discard(folder);
    }
}
