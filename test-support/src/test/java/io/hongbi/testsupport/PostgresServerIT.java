package io.hongbi.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class PostgresServerIT {

    private final PostgresServer server = PostgresServer.shared();
    private final PostgresServer.Database database = server.freshDatabase();

    @Test
    void givesEachCallerADatabaseOfItsOwn() {
        assertThat(server.freshDatabase()).isNotEqualTo(database);
    }

    @Test
    void runtimeRolesOwnNothingAndMayNotMigrate() throws SQLException {
        try (Connection owner = as("hongbi_owner");
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE SCHEMA submission");
        }

        try (Connection runtime = as("hongbi_submission");
                Statement statement = runtime.createStatement()) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute("CREATE SCHEMA other"))
                    .withMessageContaining("permission denied");
        }
    }

    @Test
    void keepsWhatWasCommittedWhenItIsKilled() throws SQLException {
        try (Connection owner = as("hongbi_owner");
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE SCHEMA kept");
            statement.execute("CREATE TABLE kept.pages AS SELECT 7 AS number");
        }

        server.kill();
        server.restart();

        try (Connection owner = as("hongbi_owner");
                Statement statement = owner.createStatement();
                ResultSet page = statement.executeQuery("SELECT number FROM kept.pages")) {
            assertThat(page.next()).isTrue();
            assertThat(page.getInt(1)).isEqualTo(7);
        }
    }

    private Connection as(String role) throws SQLException {
        return DriverManager.getConnection(database.url(), role, database.password());
    }
}
