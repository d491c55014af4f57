package io.hongbi.testsupport;

import io.hongbi.local.postgres.PostgresServer.Running;
import io.hongbi.local.postgres.PostgresSettings;
import io.hongbi.local.postgres.SuiteDatabase;
import io.hongbi.local.process.Child;
import io.hongbi.local.process.Ports;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
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

    /** Whatever it runs in is the machine's affair. */
    private static final Child NO_CHILD = new Child(0, Instant.EPOCH);

    private static @Nullable PostgresServer shared;

    private final AtomicInteger databases = new AtomicInteger();
    private final Machine machine;
    private final SuiteDatabase suite;

    private PostgresServer() {
        int port = Ports.free(1).getFirst();
        var passwords = PostgresSettings.Passwords.same(PASSWORD);
        machine =
                Containers.wanted()
                        ? Containers.postgres(port, PASSWORD)
                        : new EmbeddedPostgres(port, passwords);
        machine.start();
        suite = new SuiteDatabase(new Running(NO_CHILD, port, passwords)).withRoles();
        Runtime.getRuntime().addShutdownHook(new Thread(machine::end, "end-postgres"));
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
        String url = suite.database("test_" + databases.incrementAndGet());
        return new Database(url);
    }

    /** Ends the server as {@code kill -9} does. */
    public void kill() {
        machine.kill();
    }

    /** Starts the server again on the same port and data after {@link #kill()}. */
    public void restart() {
        machine.start();
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
