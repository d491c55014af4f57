package io.hongbi.local.kafka;

import io.hongbi.local.process.Child;
import io.hongbi.local.process.Library;
import io.hongbi.local.process.NotStarted;
import io.hongbi.local.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Kafka broker on the loopback interface that keeps its records between runs. */
public final class KafkaServer {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final KafkaSettings settings;
    private final Library library;
    private final List<String> options;

    /**
     * @param options further options of its JVM
     */
    public KafkaServer(KafkaSettings settings, Library library, List<String> options) {
        this.settings = settings;
        this.library = library;
        this.options = List.copyOf(options);
    }

    /** Starts the broker without waiting for it. */
    public Child launch() {
        try {
            Files.createDirectories(settings.folder());
            Files.writeString(settings.configuration(), settings.properties());
        } catch (IOException unable) {
            throw new UncheckedIOException("Cannot write " + settings.configuration(), unable);
        }
        return Child.start(
                new Child.Launch(command(), Map.of(), settings.folder(), settings.log()));
    }

    /**
     * Starts the broker and waits until it takes requests.
     *
     * @throws NotStarted if it ended or was not ready in time
     */
    public Child start() {
        Child broker = launch();
        awaitReady(broker);
        return broker;
    }

    /**
     * Waits until the broker takes requests.
     *
     * @throws NotStarted if it ended or was not ready in time
     */
    public void awaitReady(Child broker) {
        Waiting.until(() -> isReady() || !broker.isAlive(), PATIENCE);
        if (!isReady()) {
            throw new NotStarted("Kafka", "it takes no requests", settings.log());
        }
    }

    /** Whether a broker takes requests on the port. */
    public boolean isReady() {
        return Handshake.succeeds(settings.port());
    }

    /** The address for clients. */
    public String bootstrapServers() {
        return "127.0.0.1:" + settings.port();
    }

    /** Stops the broker after it has written what it holds. */
    public static void stop(Child broker) {
        broker.stop("TERM", GRACE);
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx256m",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true"));
        command.addAll(options);
        command.addAll(List.of("-cp", library.classPath(), BrokerMain.class.getName()));
        command.add(settings.configuration().toString());
        if (settings.endsWithParent()) {
            command.add(Long.toString(ProcessHandle.current().pid()));
        }
        return command;
    }
}
