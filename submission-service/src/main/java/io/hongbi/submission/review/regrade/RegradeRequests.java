package io.hongbi.submission.review.regrade;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.id.Uuids;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.reading.Submission;
import io.hongbi.submission.review.regrade.RegradeRequest.State;
import io.hongbi.submission.web.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The requests of the school whose transaction runs. */
@Component
class RegradeRequests {

    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    RegradeRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where there is an open one for that answer. */
    Optional<RegradeRequest> add(Submission submission, String itemId, String reason) {
        return jdbc.sql(
                        """
                        insert into regrade_requests (id, school_id, assignment_id, submission_id,
                            item_id, student_id, reason)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (submission_id, item_id) where state = 'open' do nothing
                        returning *
                        """)
                .params(
                        Uuids.next(),
                        submission.schoolId().value(),
                        submission.assignmentId().value(),
                        submission.id().value(),
                        itemId,
                        submission.studentId().value(),
                        reason)
                .query((row, _) -> request(row))
                .optional();
    }

    Optional<RegradeRequest> find(UUID id) {
        return jdbc.sql("select * from regrade_requests where id = ?")
                .param(id)
                .query((row, _) -> request(row))
                .optional();
    }

    /** As it is once nobody else decides it any more. */
    Optional<RegradeRequest> lock(UUID id) {
        return jdbc.sql("select * from regrade_requests where id = ? for update")
                .param(id)
                .query((row, _) -> request(row))
                .optional();
    }

    RegradeRequest decide(
            Caller teacher, UUID id, State state, @Nullable String comment, @Nullable UUID action) {
        return jdbc.sql(
                        """
                        update regrade_requests
                        set state = :state, decided_by = :teacher, decided_at = clock_timestamp(),
                            comment = :comment, action_id = :action
                        where id = :id returning *
                        """)
                .param("state", text(state))
                .param("teacher", teacher.id().value())
                .param("comment", comment, Types.VARCHAR)
                .param("action", action, Types.OTHER)
                .param("id", id)
                .query((row, _) -> request(row))
                .single();
    }

    /**
     * The oldest first; a window of them.
     *
     * @param state null means any
     */
    List<RegradeRequest> list(AssignmentId assignment, @Nullable State state, Window window) {
        var after = window.after();
        return jdbc.sql(
                        """
                        select * from regrade_requests
                        where assignment_id = :assignment and id > :after
                          and (:state::text is null or state = :state)
                        order by id limit :rows
                        """)
                .param("assignment", assignment.value())
                .param("after", after == null ? FIRST : after.uuid(0))
                .param("state", state == null ? null : text(state), Types.VARCHAR)
                .param("rows", window.rowsToFetch())
                .query((row, _) -> request(row))
                .list();
    }

    /** The oldest first. */
    List<RegradeRequest> of(SubmissionId submission) {
        return jdbc.sql("select * from regrade_requests where submission_id = ? order by id")
                .param(submission.value())
                .query((row, _) -> request(row))
                .list();
    }

    /**
     * From when on the mark could be seen, once it can be: the last of the release in force, of the
     * reading, and of what a teacher decided on the answer.
     */
    Instant visibleSince(Submission submission, String itemId) {
        return jdbc.sql(
                        """
                        select greatest(
                            (select max(a.at) from actions a
                             where a.assignment_id = :assignment and a.kind = 'release'
                               and in_force(a.id)),
                            (select max(r.recorded_at) from readings r join pages p on p.id = r.page_id
                             where p.submission_id = :submission and p.replaced_at is null),
                            (select max(a.at) from overrides o join actions a on a.id = o.action_id
                             where o.submission_id = :submission and o.item_id = :item
                               and in_force(a.id)))
                        """)
                .param("assignment", submission.assignmentId().value())
                .param("submission", submission.id().value())
                .param("item", itemId)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private static RegradeRequest request(ResultSet row) throws SQLException {
        var decidedBy = row.getObject("decided_by", UUID.class);
        return new RegradeRequest(
                row.getObject("id", UUID.class),
                new AssignmentId(row.getObject("assignment_id", UUID.class)),
                new SubmissionId(row.getObject("submission_id", UUID.class)),
                row.getString("item_id"),
                new PersonId(row.getObject("student_id", UUID.class)),
                row.getString("reason"),
                Objects.requireNonNull(instant(row, "created_at")),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                decidedBy == null ? null : new PersonId(decidedBy),
                instant(row, "decided_at"),
                row.getString("comment"),
                row.getObject("action_id", UUID.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static String text(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
