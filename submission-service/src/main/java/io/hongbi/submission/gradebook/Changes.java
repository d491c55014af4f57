package io.hongbi.submission.gradebook;

import io.hongbi.common.id.PersonId;
import io.hongbi.submission.assignment.Assignment;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whose marks may be others since when. */
@Component
class Changes {

    private final JdbcClient jdbc;

    Changes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The start of the oldest transaction that runs: what changed before is in sight, and what is
     * not in sight yet will have changed later. Look at it first, then at what is shown.
     */
    Instant asOf() {
        return jdbc.sql(
                        """
                        select coalesce(min(xact_start), clock_timestamp()) from pg_stat_activity
                        where datname = current_database() and xact_start is not null
                        """)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    /** Students with a submission that changed, or who were enrolled, at that time or later. */
    Set<PersonId> since(Assignment assignment, Instant time) {
        return new HashSet<>(
                jdbc.sql(
                                """
                                select student_id from submissions
                                where assignment_id = :assignment and changed_at >= :since
                                union
                                select person_id from enrolments
                                where class_id = :class and created_at >= :since
                                """)
                        .param("assignment", assignment.id().value())
                        .param("class", assignment.classId().value())
                        .param("since", time.atOffset(ZoneOffset.UTC))
                        .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                        .list());
    }
}
