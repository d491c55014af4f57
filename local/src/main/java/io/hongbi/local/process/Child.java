package io.hongbi.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process that was started here, now or by an earlier run.
 *
 * @param pid its number, which the system may give to another process later
 * @param startedAt when it began, which tells it from such another
 */
public record Child(long pid, Instant startedAt) {

    private static final List<String> OWN_SESSION = ownSession();

    /** How a process is to be started. */
    public record Launch(
            List<String> command, Map<String, String> environment, Path directory, Path log) {
        public Launch {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }
    }

    /**
     * Starts a process in a session of its own, so that Ctrl-C reaches only its supervisor, with no
     * input, and with both outputs appended to the log.
     */
    public static Child start(Launch launch) {
        try {
            Files.createDirectories(launch.directory());
            Files.createDirectories(launch.log().toAbsolutePath().getParent());
            List<String> command = new ArrayList<>(OWN_SESSION);
            command.addAll(launch.command());
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(launch.directory().toFile())
                            .redirectInput(new File("/dev/null"))
                            .redirectErrorStream(true)
                            .redirectOutput(
                                    ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
            builder.environment().putAll(launch.environment());
            return of(builder.start().toHandle());
        } catch (IOException unable) {
            throw new UncheckedIOException("Cannot run " + launch.command().getFirst(), unable);
        }
    }

    /** The process behind the handle; its start reads as the epoch where the system hides it. */
    public static Child of(ProcessHandle handle) {
        return new Child(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The running process, empty when it has ended or its number belongs to another one. */
    public Optional<ProcessHandle> handle() {
        return ProcessHandle.of(pid).filter(this::isSame).filter(ProcessHandle::isAlive);
    }

    public boolean isAlive() {
        return handle().isPresent();
    }

    /**
     * Ends the process at once, as {@code kill -9} does, and waits until it is gone, also on a
     * thread that was interrupted.
     */
    public void kill() {
        handle().ifPresent(running -> {
            running.destroyForcibly();
            running.onExit().completeOnTimeout(running, 10, TimeUnit.SECONDS).join();
        });
    }

    /**
     * Asks with the signal, and ends the process by force when it is still there after the grace.
     */
    public void stop(String signal, Duration grace) {
        handle().ifPresent(running -> {
            signal(signal);
            if (!ended(running, grace)) {
                kill();
            }
        });
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
        } catch (IOException unable) {
            handle().ifPresent(ProcessHandle::destroy);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean ended(ProcessHandle running, Duration timeout) {
        try {
            running.onExit().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stillThere) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Clocks are adjusted and the system counts in ticks, so starts a second apart are the same.
     */
    private boolean isSame(ProcessHandle candidate) {
        return candidate
                .info()
                .startInstant()
                .map(start -> Duration.between(start, startedAt).abs().toMillis() < 1500)
                .orElse(startedAt.equals(Instant.EPOCH));
    }

    private static List<String> ownSession() {
        if (Programs.find("setsid").isPresent()) {
            return List.of("setsid");
        }
        if (Programs.find("perl").isPresent()) {
            return List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV");
        }
        return List.of();
    }
}
