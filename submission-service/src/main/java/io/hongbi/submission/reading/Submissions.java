package io.hongbi.submission.reading;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.submission.web.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The submissions in sight of the transaction that runs. */
@Component
class Submissions {

    static final String COLUMNS =
            "s.id, s.school_id, s.assignment_id, s.student_id, s.attempt, s.receipt,"
                    + " s.received_at, s.state, s.version,"
                    + " (select kind from assignments a where a.id = s.assignment_id) as kind";

    private final JdbcClient jdbc;

    Submissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Submission> find(SubmissionId id) {
        return jdbc.sql("select " + COLUMNS + " from submissions s where s.id = ?")
                .param(id.value())
                .query((row, _) -> read(row))
                .optional();
    }

    /** The latest attempt of each student, by student; a window of them. */
    List<Submission> latestOf(AssignmentId assignment, Window window) {
        var after = window.after();
        return jdbc.sql(
                        """
                        select distinct on (s.student_id) %s
                        from submissions s
                        where s.assignment_id = :assignment
                          and (:after::uuid is null or s.student_id > :after::uuid)
                        order by s.student_id, s.attempt desc limit :rows
                        """
                                .formatted(COLUMNS))
                .param("assignment", assignment.value())
                .param("after", after == null ? null : after.uuid(0))
                .param("rows", window.rowsToFetch())
                .query((row, _) -> read(row))
                .list();
    }

    /** Students of the assignment's class who handed in nothing, by id; a window of them. */
    List<PersonId> missingIn(AssignmentId assignment, Window window) {
        var after = window.after();
        return jdbc.sql(
                        """
                        select e.person_id from assignments a
                        join enrolments e on e.class_id = a.class_id
                        where a.id = :assignment
                          and (:after::uuid is null or e.person_id > :after::uuid)
                          and not exists (
                              select from submissions s
                              where s.assignment_id = a.id and s.student_id = e.person_id)
                        order by e.person_id limit :rows
                        """)
                .param("assignment", assignment.value())
                .param("after", after == null ? null : after.uuid(0))
                .param("rows", window.rowsToFetch())
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    static Submission read(ResultSet row) throws SQLException {
        return new Submission(
                new SubmissionId(row.getObject("id", UUID.class)),
                new SchoolId(row.getObject("school_id", UUID.class)),
                new AssignmentId(row.getObject("assignment_id", UUID.class)),
                StateDerivation.parse(AssignmentKind.class, row.getString("kind")),
                new PersonId(row.getObject("student_id", UUID.class)),
                row.getInt("attempt"),
                row.getString("receipt"),
                row.getTimestamp("received_at").toInstant(),
                StateDerivation.parse(SubmissionState.class, row.getString("state")),
                row.getLong("version"));
    }
}
