package io.hongbi.local.kafka;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The broker's process: formats the storage on the first start, then runs Kafka's own main. */
final class BrokerMain {

    private BrokerMain() {}

    /**
     * Arguments: the configuration, and optionally the number of the process to end with.
     *
     * @throws IOException if the configuration cannot be read
     */
    public static void main(String[] args) throws IOException {
        if (args.length > 1) {
            endWith(Long.parseLong(args[1]));
        }
        if (!Files.exists(storageOf(args[0]).resolve("meta.properties"))) {
            String[] format = {
                "format", "-t", Uuid.randomUuid().toString(), "-c", args[0], "--ignore-formatted"
            };
            StorageTool.execute(format, System.out);
        }
        Kafka.main(new String[] {args[0]});
    }

    private static Path storageOf(String configuration) throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Files.newInputStream(Path.of(configuration))) {
            properties.load(file);
        }
        return Path.of(properties.getProperty("log.dirs"));
    }

    private static void endWith(long parent) {
        Thread.ofPlatform()
                .daemon()
                .name("end-with-parent")
                .start(() -> {
                    Optional<ProcessHandle> handle = ProcessHandle.of(parent);
                    while (handle.isPresent() && handle.get().isAlive()) {
                        sleep(Duration.ofSeconds(1));
                    }
                    Runtime.getRuntime().halt(1);
                });
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
