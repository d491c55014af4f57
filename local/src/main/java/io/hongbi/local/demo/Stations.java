package io.hongbi.local.demo;

import io.hongbi.local.suite.Place;
import io.hongbi.local.suite.SuiteSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * When a page passed each station of its way, from the moment it was received.
 *
 * @param announced the broker had its announcement
 * @param taken a worker began to read it
 * @param read the worker was done
 * @param recorded the reading was stored and shown
 * @param cpuMillis what reading cost the worker
 */
record Stations(
        Duration announced, Duration taken, Duration read, Duration recorded, double cpuMillis) {

    private static final String QUERY =
            """
            select received_at, announced_at, started_at, finished_at, recorded_at, cpu_millis
            from submission.pages join submission.readings on page_id = id
            where id = ? order by seq limit 1
            """;

    /** Empty while the page has no reading. */
    static Optional<Stations> of(Place place, String pageId) {
        try (Connection connection = SuiteSql.open(place);
                PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setObject(1, UUID.fromString(pageId));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(from(row)) : Optional.empty();
            }
        } catch (SQLException refused) {
            throw new IllegalStateException("The database does not tell", refused);
        }
    }

    private static Stations from(ResultSet row) throws SQLException {
        Instant received = at(row, "received_at");
        return new Stations(
                Duration.between(received, at(row, "announced_at")),
                Duration.between(received, at(row, "started_at")),
                Duration.between(received, at(row, "finished_at")),
                Duration.between(received, at(row, "recorded_at")),
                row.getDouble("cpu_millis"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
