package io.hongbi.local.suite;

import io.hongbi.local.suite.RunState.PartState;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The running suite's database, for those who count. */
public final class SuiteSql {

    private SuiteSql() {}

    /**
     * Connects as superuser; the caller closes.
     *
     * @throws SQLException if the database does not answer
     */
    public static Connection open(Place place) throws SQLException {
        PartState postgres =
                RunState.in(place)
                        .orElseThrow(() -> new SQLException("The suite is not up"))
                        .part(Part.POSTGRES);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/hongbi",
                "postgres",
                Secrets.in(place.secrets()).passwords().superuser());
    }
}
