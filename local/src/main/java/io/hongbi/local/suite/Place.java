package io.hongbi.local.suite;

import java.nio.file.Path;

/**
 * Where the suite lies on this machine. Everything it writes is below {@code .local}.
 *
 * @param root the repository
 */
public record Place(Path root) {

    public Place {
        root = root.toAbsolutePath().normalize();
    }

    public Path local() {
        return root.resolve(".local");
    }

    /** KEY=value lines with the addresses and tokens of the demo school. */
    public Path demoEnv() {
        return local().resolve("demo.env");
    }

    public Path log(Part part) {
        return logs().resolve(part.id() + ".log");
    }

    /** What the supervisor itself says when it runs in the background. */
    public Path supervisorLog() {
        return logs().resolve("hongbi.log");
    }

    Path logs() {
        return local().resolve("logs");
    }

    Path objects() {
        return local().resolve("objects");
    }

    Path runFile() {
        return local().resolve("run.json");
    }

    Path lockFile() {
        return local().resolve("up.lock");
    }

    Path secrets() {
        return local().resolve("secrets.properties");
    }

    Path cache() {
        return local().resolve("cache");
    }

    Path postgresData() {
        return local().resolve("postgres").resolve("data");
    }

    Path kafka() {
        return local().resolve("kafka");
    }

    Path applications() {
        return local().resolve("applications");
    }

    /** Each service's working directory, so that nothing it writes lands elsewhere. */
    Path work(Part part) {
        return local().resolve("work").resolve(part.id());
    }
}
