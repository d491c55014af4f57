package io.hongbi.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Calls {@code ./hongbi} as a user does, for a suite that keeps its files in this build. */
final class Script {

    private static final Path ROOT = root();

    private final Path local;
    private final int port;

    Script(Path local, int port) {
        this.local = local;
        this.port = port;
    }

    /**
     * How a call ended.
     *
     * @param output both streams, until every holder of them was gone
     */
    record Ended(int status, String output, Duration took) {}

    Ended call(String... arguments) {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve("hongbi").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("HONGBI_LOCAL", local.toString());
        builder.environment().put("HONGBI_PORT", "" + port);
        builder.environment().put("HONGBI_SKIP_BUILD", "yes");
        long began = System.nanoTime();
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            return new Ended(status, output, Duration.ofNanos(System.nanoTime() - began));
        } catch (IOException unable) {
            throw new IllegalStateException("./hongbi cannot be called", unable);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", stop);
        }
    }

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("hongbi"))) {
            folder = folder.resolve("..").normalize();
        }
        return folder;
    }
}
