package io.hongbi.local.suite;

import io.hongbi.local.process.Child;
import io.hongbi.local.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * One of the services, run from the jar that ships.
 *
 * @param environment asked for at each start, because an adopted database has a port of its own
 */
record ServicePart(
        Part part,
        List<String> command,
        Supplier<Map<String, String>> environment,
        int port,
        int managementPort,
        Path work,
        Path temporary,
        Path log)
        implements Startable {

    private static final Duration GRACE = Duration.ofMinutes(2);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();

    @Override
    public Child launch() {
        emptyTemporary();
        return Child.start(new Child.Launch(command, environment.get(), work, log));
    }

    private void emptyTemporary() {
        try {
            Folders.delete(temporary);
            Files.createDirectories(temporary);
        } catch (IOException unable) {
            throw new UncheckedIOException("Cannot empty " + temporary, unable);
        }
    }

    /** Asks the readiness probe, as Kubernetes would. */
    @Override
    public boolean isReady() {
        HttpRequest probe =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%d/actuator/health/readiness"
                                                .formatted(managementPort)))
                        .timeout(Duration.ofSeconds(2))
                        .build();
        try {
            return HTTP.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void stop(Child child) {
        child.stop("TERM", GRACE);
    }
}
