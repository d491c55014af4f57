package io.hongbi.local.postgres;

import io.hongbi.local.process.Child;
import io.hongbi.local.process.NotStarted;
import io.hongbi.local.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A PostgreSQL server on the loopback interface. Its process outlives this object and even this JVM
 * when that is killed; the next {@link #start()} adopts it.
 */
public final class PostgresServer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PostgresPrograms programs;
    private final PostgresSettings settings;
    private final Unprivileged user = Unprivileged.here();

    public PostgresServer(PostgresPrograms programs, PostgresSettings settings) {
        this.programs = programs;
        this.settings = settings;
    }

    /** Takes the cluster from a template kept in the folder, for servers that live for one run. */
    public PostgresServer fromTemplateIn(Path cache) {
        new PostgresCluster(programs, user).copyOfTemplate(cache, settings);
        return this;
    }

    /**
     * Starts the server, or adopts the one that already works on this data, and waits until it
     * accepts connections.
     *
     * @throws NotStarted if it ended or was not ready within a minute
     */
    public Running start() {
        Optional<Running> orphan = running();
        if (orphan.isPresent()) {
            return awaitReady(orphan.get());
        }
        new PostgresCluster(programs, user).create(settings);
        try {
            user.own(settings.data());
        } catch (IOException unable) {
            throw new UncheckedIOException("Cannot take over " + settings.data(), unable);
        }
        Path folder = settings.data().toAbsolutePath().resolveSibling("");
        Child child =
                Child.start(
                        new Child.Launch(
                                user.command(command()), Map.of(), folder, settings.log()));
        try {
            return awaitReady(new Running(child, settings.port(), settings.passwords()));
        } catch (Waiting.Interrupted stop) {
            child.kill();
            throw stop;
        }
    }

    /** The server that works on this data now, whoever started it. */
    public Optional<Running> running() {
        try {
            List<String> lock = Files.readAllLines(settings.data().resolve("postmaster.pid"));
            long pid = Long.parseLong(lock.get(0).strip());
            int port = Integer.parseInt(lock.get(3).strip());
            return ProcessHandle.of(pid)
                    .filter(this::worksOnThisData)
                    .map(handle -> new Running(Child.of(handle), port, settings.passwords()));
        } catch (IOException | IndexOutOfBoundsException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    private boolean worksOnThisData(ProcessHandle handle) {
        String[] arguments = handle.info().arguments().orElse(new String[0]);
        return handle.isAlive() && List.of(arguments).contains(settings.data().toString());
    }

    private List<String> command() {
        String safe = settings.durable() ? "on" : "off";
        List<String> command = new ArrayList<>();
        command.add(programs.bin("postgres").toString());
        command.addAll(List.of("-D", settings.data().toString(), "-p", "" + settings.port()));
        for (String setting :
                List.of(
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "fsync=" + safe,
                        "full_page_writes=" + safe,
                        // without it, commits still in memory would be lost to kill -9
                        "synchronous_commit=on",
                        "max_connections=80",
                        "shared_buffers=32MB",
                        "max_wal_size=256MB",
                        "log_checkpoints=off",
                        "timezone=UTC",
                        "jit=off")) {
            command.addAll(List.of("-c", setting));
        }
        return command;
    }

    private Running awaitReady(Running server) {
        boolean ended =
                !Waiting.until(() -> server.accepts() || !server.child().isAlive(), PATIENCE)
                        || !server.accepts();
        if (ended) {
            throw new NotStarted("PostgreSQL", "it accepts no connection", settings.log());
        }
        return server;
    }

    /**
     * A server that accepts connections.
     *
     * @param child the postmaster
     * @param port where it listens on the loopback interface
     */
    public record Running(Child child, int port, PostgresSettings.Passwords passwords) {

        private static final Duration GRACE = Duration.ofSeconds(20);

        /** The JDBC address of a database. */
        public String url(String database) {
            return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
        }

        /** Connects as superuser; the caller closes. */
        public Connection superuser(String database) throws SQLException {
            return DriverManager.getConnection(url(database), "postgres", passwords.superuser());
        }

        /** Rolls back what is under way, writes a checkpoint and stops. */
        public void stop() {
            child.stop("INT", GRACE);
        }

        boolean accepts() {
            try (Connection connection = superuser("postgres")) {
                return connection.isValid(1);
            } catch (SQLException notYet) {
                return false;
            }
        }
    }
}
