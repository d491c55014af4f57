package io.hongbi.testsupport;

import io.hongbi.local.postgres.PostgresPrograms;
import io.hongbi.local.postgres.PostgresSettings;
import io.hongbi.local.postgres.SuiteDatabase;
import io.hongbi.local.process.Ports;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One real PostgreSQL server per JVM, with the suite's roles; it ends with the JVM. It may lose
 * data when the machine dies (fsync is off), not when it is killed.
 *
 * <pre>{@code
 * static final Database DATABASE = PostgresServer.shared().freshDatabase();
 *
 * @DynamicPropertySource
 * static void database(DynamicPropertyRegistry registry) {
 *     DATABASE.register("hongbi_submission", registry::add);
 * }
 * }</pre>
 */
public final class PostgresServer {

    private static final String PASSWORD = "hongbi";

    private static @Nullable PostgresServer shared;

    private final Path folder = Scratch.folder("postgres");
    private final AtomicInteger databases = new AtomicInteger();
    private final io.hongbi.local.postgres.PostgresServer server;
    private volatile io.hongbi.local.postgres.PostgresServer.Running running;

    private PostgresServer() {
        PostgresSettings settings =
                new PostgresSettings(
                        folder.resolve("data"),
                        folder.resolve("postgres.log"),
                        Ports.free(1).getFirst(),
                        false,
                        PostgresSettings.Passwords.same(PASSWORD));
        server =
                new io.hongbi.local.postgres.PostgresServer(
                                PostgresPrograms.unpackedIn(Scratch.cache()), settings)
                        .fromTemplateIn(Scratch.cache());
        running = server.start();
        new SuiteDatabase(running).withRoles();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end-postgres"));
    }

    /** The server of this JVM, started on the first call. */
    public static synchronized PostgresServer shared() {
        if (shared == null) {
            shared = new PostgresServer();
        }
        return shared;
    }

    /** An empty database that nobody else knows. */
    public Database freshDatabase() {
        String url = new SuiteDatabase(running).database("test_" + databases.incrementAndGet());
        return new Database(url);
    }

    /**
     * Ends the server as {@code kill -9} does. Its other processes end by themselves a moment
     * later, and no server starts on this data before they have.
     */
    public void kill() {
        var others = running.child().handle().map(ProcessHandle::descendants).orElseGet(Stream::of);
        var left = others.toList();
        running.child().kill();
        left.forEach(process -> process.onExit().orTimeout(10, TimeUnit.SECONDS).join());
    }

    /** Starts the server again on the same port and data after {@link #kill()}. */
    public void restart() {
        running = server.start();
    }

    private void end() {
        running.stop();
        Scratch.discard(folder);
    }

    /**
     * A database of the suite: owned by {@code hongbi_owner}, everybody's password is {@link
     * #password()}.
     */
    public record Database(String url) {

        public String password() {
            return PASSWORD;
        }

        /**
         * Sets data source and Flyway properties as {@code ./hongbi up} does, for a runtime role.
         */
        public void register(String role, BiConsumer<String, Supplier<Object>> properties) {
            properties.accept("spring.datasource.url", () -> url);
            properties.accept("spring.datasource.username", () -> role);
            properties.accept("spring.datasource.password", () -> PASSWORD);
            properties.accept("spring.flyway.user", () -> "hongbi_owner");
            properties.accept("spring.flyway.password", () -> PASSWORD);
        }
    }
}
