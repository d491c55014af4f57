package io.hongbi.local.suite;

import java.nio.file.Path;

/**
 * Where a suite lies on this machine.
 *
 * @param root the repository
 * @param local the folder below which everything is written, {@code .local} unless a second suite
 *     runs beside the first
 */
public record Place(Path root, Path local) {

    public Place {
        root = root.toAbsolutePath().normalize();
        local = local.toAbsolutePath().normalize();
    }

    /** The suite of a repository. */
    public static Place of(Path root) {
        return new Place(root, root.resolve(".local"));
    }

    /** KEY=value lines with the addresses and tokens of the demo school. */
    public Path demoEnv() {
        return local.resolve("demo.env");
    }

    public Path log(Part part) {
        return logs().resolve(part.id() + ".log");
    }

    /** What the supervisor itself says when it runs in the background. */
    public Path supervisorLog() {
        return logs().resolve("hongbi.log");
    }

    Path logs() {
        return local.resolve("logs");
    }

    Path objects() {
        return local.resolve("objects");
    }

    /** Uploads that are being checked. */
    Path spool() {
        return local.resolve("spool");
    }

    Path runFile() {
        return local.resolve("run.json");
    }

    Path lockFile() {
        return local.resolve("up.lock");
    }

    Path secrets() {
        return local.resolve("secrets.properties");
    }

    /** What is made once and serves every suite of the repository. */
    Path cache() {
        return root.resolve(".local").resolve("cache");
    }

    /** OpenCV and ONNX Runtime, unpacked. */
    public Path natives() {
        return cache().resolve("natives");
    }

    Path aot() {
        return cache().resolve("aot");
    }

    Path postgresData() {
        return local.resolve("postgres").resolve("data");
    }

    Path kafka() {
        return local.resolve("kafka");
    }

    Path nacos() {
        return local.resolve("nacos");
    }

    Path applications() {
        return cache().resolve("applications");
    }

    /** Each service's working directory, so that nothing it writes lands elsewhere. */
    Path work(Part part) {
        return local.resolve("work").resolve(part.id());
    }

    /** Each service's temporary files; emptied at its start, for a killed one leaves some. */
    Path temporary(Part part) {
        return work(part).resolve("tmp");
    }
}
