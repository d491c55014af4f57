package io.hongbi.grading;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.grading.reading.PageReaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What a worker does in its first second, so that the JVM can note for its AOT cache what that
 * takes: it starts, answers the probe and Prometheus, reads photos, and ends. It needs no broker.
 */
final class TrainingRun {

    private static final List<String> ASKED =
            List.of("health/liveness", "health/readiness", "prometheus");

    private TrainingRun() {}

    /**
     * Ends the context.
     *
     * @param photos files of pages, read as notes and as sums
     * @throws IOException if a photo cannot be read or the management port does not answer with 200
     */
    static void run(ConfigurableApplicationContext worker, List<Path> photos) throws IOException {
        try (worker) {
            int port =
                    worker.getEnvironment()
                            .getRequiredProperty("local.management.port", Integer.class);
            for (var path : ASKED) {
                ask(URI.create("http://127.0.0.1:" + port + "/actuator/" + path));
            }
            try (var reader = worker.getBean(PageReaders.class).open()) {
                for (var photo : photos) {
                    byte[] bytes = Files.readAllBytes(photo);
                    reader.read(bytes, AssignmentKind.NOTES);
                    reader.read(bytes, AssignmentKind.ARITHMETIC);
                }
            }
        }
    }

    private static void ask(URI address) throws IOException {
        try (InputStream answer = address.toURL().openStream()) {
            answer.transferTo(OutputStream.nullOutputStream());
        }
    }
}
