package io.hongbi.local.suite;

import io.hongbi.local.process.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What runs, as {@code .local/run.json} tells other processes.
 *
 * @param url the address people open
 * @param supervisor the process that keeps the parts alive
 * @param ready whether every part works
 * @param parts in the order they are started
 */
public record RunState(String url, Child supervisor, boolean ready, List<PartState> parts) {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public RunState {
        parts = List.copyOf(parts);
    }

    /**
     * One part of the suite.
     *
     * @param child its process; number 0 while it has none
     * @param managementPort where its health and metrics are, 0 for those that have none
     * @param restarts how often it had to be started again
     */
    public record PartState(
            Part part, Child child, int port, int managementPort, Stage stage, int restarts) {

        PartState started(Child by, int on) {
            return new PartState(part, by, on, managementPort, Stage.STARTING, restarts);
        }

        PartState ready() {
            return new PartState(part, child, port, managementPort, Stage.READY, restarts);
        }

        PartState died() {
            return new PartState(part, child, port, managementPort, Stage.DOWN, restarts + 1);
        }
    }

    /** How far a part is. */
    public enum Stage {
        WAITING,
        STARTING,
        READY,
        DOWN
    }

    /** What was written last, empty when nothing was or it cannot be understood. */
    public static Optional<RunState> in(Place place) {
        try {
            return Optional.of(JSON.readValue(Files.readString(place.runFile()), RunState.class));
        } catch (IOException | JacksonException none) {
            return Optional.empty();
        }
    }

    /** The part's state. */
    public PartState part(Part part) {
        return parts.stream().filter(p -> p.part() == part).findFirst().orElseThrow();
    }

    /** Writes the file so that readers see either the old or the new one. */
    void write(Place place) {
        Path file = place.runFile();
        Path fresh = file.resolveSibling("run.json.new");
        try {
            Files.writeString(fresh, JSON.writeValueAsString(this));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unable) {
            throw new UncheckedIOException("Cannot write " + file, unable);
        }
    }
}
