package io.hongbi.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A program that checks; a test whose program is missing is skipped. {@code .ci/run} brings them.
 */
enum Tool {
    /** With kustomize from 5 on in it: older ones know neither components nor these patches. */
    KUBECTL("kubectl") {
        @Override
        boolean isUsable() {
            var version = execute(Path.of("."), List.of("version", "--client"));
            return Pattern.compile("Kustomize Version: v([5-9]|\\d\\d)")
                    .matcher(version.output)
                    .find();
        }
    },
    PROMTOOL("promtool"),
    COMPOSE("docker-compose");

    private final String program;

    Tool(String program) {
        this.program = program;
    }

    record Ended(int status, String output) {}

    /** Runs it and returns what it printed; the test fails unless it ends with 0. */
    String run(Path folder, String... arguments) {
        assumeThat(isInstalled() && isUsable())
                .as("%s is installed, and new enough", program)
                .isTrue();
        var ended = execute(folder, List.of(arguments));
        assertThat(ended.status).as(ended.output).isZero();
        return ended.output;
    }

    boolean isUsable() {
        return true;
    }

    private boolean isInstalled() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getenv("PATH"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    Ended execute(Path folder, List<String> arguments) {
        try {
            var command = Stream.concat(Stream.of(program), arguments.stream()).toList();
            var process =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
            var output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(program + " was interrupted", e);
        }
    }
}
