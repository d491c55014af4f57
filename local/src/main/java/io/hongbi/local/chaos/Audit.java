package io.hongbi.local.chaos;

import io.hongbi.local.suite.Place;
import io.hongbi.local.suite.SuiteSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** Counts in the database what nobody is shown: what was stored or told more than once. */
public final class Audit {

    private static final String STORED =
            "select count(*) from submission.pages where received_at >= ?";

    /** Received, announced, and one version for each page read; a reading used twice adds one. */
    private static final String READ_TWICE =
            """
            select count(*) from submission.submissions s
            where received_at >= ? and version > 2 + (
                select count(*) from submission.pages where submission_id = s.id)
            """;

    private static final String NOTIFIED =
            """
            select count(distinct submission_id) from notification.inbox_entries
            where submission_id in (
                select submission_id from submission.pages where received_at >= ?)
            """;
    private static final String NOTIFIED_TWICE =
            """
            select count(*) from (
                select 1 from notification.inbox_entries
                where submission_id in (
                    select submission_id from submission.pages where received_at >= ?)
                group by submission_id, state having count(*) > 1) twice
            """;

    private final Place place;
    private final Instant since;

    /**
     * @param since only what was received from then on counts
     */
    public Audit(Place place, Instant since) {
        this.place = place;
        this.since = since;
    }

    /** Pages. */
    public int stored() {
        return count(STORED);
    }

    /** Submissions with a page that has two readings. */
    public int readTwice() {
        return count(READ_TWICE);
    }

    /** Submissions that somebody was told of. */
    public int notified() {
        return count(NOTIFIED);
    }

    /** States of a submission that somebody was told of more than once. */
    public int notifiedTwice() {
        return count(NOTIFIED_TWICE);
    }

    private int count(String query) {
        try (Connection connection = SuiteSql.open(place);
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setTimestamp(1, Timestamp.from(since));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        } catch (SQLException refused) {
            throw new IllegalStateException("The database does not count", refused);
        }
    }
}
