package io.hongbi.grading.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hongbi.grading.intake.IntakeProperties.Mode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A JVM of its own whose workers take records and never finish them. */
final class WorkerProcess implements AutoCloseable {

    private static final String TAKEN = "taken";

    private final Process process;
    private final BufferedReader output;

    private WorkerProcess(Process process) {
        this.process = process;
        this.output = process.inputReader(UTF_8);
    }

    static WorkerProcess start(Rig rig) throws IOException {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        WorkerProcess.class.getName(),
                        rig.bootstrap(),
                        rig.properties.consumer().name(),
                        rig.properties.group(),
                        rig.topic,
                        rig.properties.lock().toString());
        return new WorkerProcess(
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    public static void main(String[] arguments) throws InterruptedException {
        var properties =
                Rig.hurried(Mode.valueOf(arguments[1]), arguments[2], Duration.parse(arguments[4]));
        var rig = Rig.on(arguments[0], properties, arguments[3]);
        rig.start(_ -> {
            System.out.println(TAKEN);
            Thread.sleep(Duration.ofMinutes(1));
        });
        Thread.sleep(Duration.ofMinutes(1)); // and no longer, whatever becomes of the test
    }

    /** Done when the process has a record in work. */
    CompletableFuture<String> recordTaken() {
        return CompletableFuture.supplyAsync(
                () -> output.lines().filter(TAKEN::equals).findFirst().orElseThrow());
    }

    /** Ends it as {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws IOException {
        kill();
        output.close();
    }
}
