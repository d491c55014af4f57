package io.hongbi.local.postgres;

import io.hongbi.local.postgres.PostgresSettings.Passwords;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** Gives a server the suite's roles and databases; may be done again and again. */
public final class SuiteDatabase {

    private final PostgresServer.Running server;

    public SuiteDatabase(PostgresServer.Running server) {
        this.server = server;
    }

    /**
     * Makes the roles and sets their passwords.
     *
     * @throws IllegalStateException if the server refuses
     */
    public SuiteDatabase withRoles() {
        Passwords passwords = server.passwords();
        try (Connection connection = server.superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(roles());
            setPassword(statement, "hongbi_owner", passwords.owner());
            setPassword(statement, "hongbi_submission", passwords.submission());
            setPassword(statement, "hongbi_notification", passwords.notification());
            return this;
        } catch (SQLException refused) {
            throw new IllegalStateException("PostgreSQL refused the roles", refused);
        }
    }

    /**
     * Makes a database of that name, owned by {@code hongbi_owner}, unless there is one.
     *
     * @param name lower case letters, digits and underscores
     * @return its JDBC address
     * @throws IllegalStateException if the server refuses
     */
    public String database(String name) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("No name for a database: " + name);
        }
        try (Connection connection = server.superuser("postgres");
                Statement statement = connection.createStatement()) {
            if (!exists(statement, name)) {
                statement.execute("CREATE DATABASE " + name + " OWNER hongbi_owner");
            }
            return server.url(name);
        } catch (SQLException refused) {
            throw new IllegalStateException("PostgreSQL refused database " + name, refused);
        }
    }

    private static boolean exists(Statement statement, String name) throws SQLException {
        try (ResultSet found =
                statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + name + "'")) {
            return found.next();
        }
    }

    /** Neither can hold a quote: {@link Passwords} refuses one. */
    private static void setPassword(Statement statement, String role, String password)
            throws SQLException {
        statement.execute("ALTER ROLE " + role + " PASSWORD '" + password + "'");
    }

    private static String roles() {
        try (InputStream file = SuiteDatabase.class.getResourceAsStream("/postgres/roles.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
