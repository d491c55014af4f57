package io.hongbi.submission.gradebook;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.assignment.Assignments;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which assignments are due for their release, by the clock of the database. */
@Component
class ReleaseSchedule {

    private static final int AT_ONCE = 100;

    private final Assignments assignments;
    private final JdbcClient jdbc;

    ReleaseSchedule(Assignments assignments, JdbcClient jdbc) {
        this.assignments = assignments;
        this.jdbc = jdbc;
    }

    /** An assignment of any school. */
    record Due(SchoolId school, AssignmentId id) {}

    /** Those that wait longest. */
    List<Due> due() {
        return jdbc.sql(
                        """
                        select school_id, id from assignments
                        where release_due <= now() and deleted_at is null
                        order by release_due limit ?
                        """)
                .param(AT_ONCE)
                .query((row, _) ->
                        new Due(
                                new SchoolId(row.getObject(1, UUID.class)),
                                new AssignmentId(row.getObject(2, UUID.class))))
                .list();
    }

    /** Takes it off, if it is still due: of several who try at once one gets it. */
    Optional<Assignment> take(AssignmentId id) {
        int taken =
                jdbc.sql(
                                """
                                update assignments set release_due = null
                                where id = ? and release_due <= now() and deleted_at is null
                                """)
                        .param(id.value())
                        .update();
        return taken == 0 ? Optional.empty() : assignments.find(id);
    }
}
