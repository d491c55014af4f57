package io.hongbi.submission.review;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.marking.AskedItem;
import io.hongbi.submission.marking.Sighting;
import io.hongbi.submission.marking.TeacherAct.Decision;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Teachers' words on answers, as they were given. */
@Component
class Overrides {

    private final JdbcClient jdbc;

    Overrides(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of them, in force or not.
     *
     * @param scope one or group
     */
    record Given(
            UUID actionId,
            PersonId authorId,
            Instant at,
            @Nullable BigDecimal mark,
            @Nullable String response,
            @Nullable String comment,
            OverrideRequest.Scope scope,
            boolean undone) {}

    /**
     * @param one null where it is for all papers that show what was seen
     * @param seen null where it is for one paper
     */
    void add(
            Caller author,
            UUID action,
            AssignmentId assignment,
            AskedItem item,
            @Nullable SubmissionId one,
            @Nullable Sighting seen,
            Decision decision,
            @Nullable String comment) {
        jdbc.sql(
                        """
                        insert into overrides (action_id, school_id, assignment_id, submission_id,
                            item_id, expression, seen_state, seen_response, mark, response, comment)
                        values (:action, :school, :assignment, :submission, :item, :expression,
                            :state, :seen, :mark, :response, :comment)
                        """)
                .param("action", action)
                .param("school", author.school().value())
                .param("assignment", assignment.value())
                .param("submission", one == null ? null : one.value(), Types.OTHER)
                .param("item", item.itemId())
                .param("expression", item.expression(), Types.VARCHAR)
                .param("state", seen == null ? null : text(seen.state()), Types.VARCHAR)
                .param("seen", seen == null ? null : seen.response(), Types.VARCHAR)
                .param(
                        "mark",
                        decision instanceof Decision.Mark(var mark) ? mark : null,
                        Types.NUMERIC)
                .param(
                        "response",
                        decision instanceof Decision.Response(var response) ? response : null,
                        Types.VARCHAR)
                .param("comment", comment, Types.VARCHAR)
                .update();
    }

    /**
     * All on one answer, the newest first.
     *
     * @param seen by the machine on that paper; null where it cannot be in a group
     */
    List<Given> on(
            AssignmentId assignment, SubmissionId one, AskedItem item, @Nullable Sighting seen) {
        return jdbc.sql(
                        """
                        select o.*, a.author, a.at, not in_force(a.id) as undone
                        from overrides o join actions a on a.id = o.action_id
                        where o.assignment_id = :assignment
                          and o.expression is not distinct from :expression
                          and (o.submission_id = :one and o.item_id = :item
                            or o.submission_id is null and o.seen_state = :state
                                and o.seen_response is not distinct from :seen
                                and coalesce(o.expression, o.item_id) = :question)
                        order by a.seq desc
                        """)
                .param("assignment", assignment.value())
                .param("item", item.itemId())
                .param("expression", item.expression(), Types.VARCHAR)
                .param("question", item.question())
                .param("one", one.value())
                .param("state", seen == null ? null : text(seen.state()), Types.VARCHAR)
                .param("seen", seen == null ? null : seen.response(), Types.VARCHAR)
                .query((row, _) -> given(row))
                .list();
    }

    private static Given given(ResultSet row) throws SQLException {
        return new Given(
                row.getObject("action_id", UUID.class),
                new PersonId(row.getObject("author", UUID.class)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBigDecimal("mark"),
                row.getString("response"),
                row.getString("comment"),
                row.getObject("submission_id") == null
                        ? OverrideRequest.Scope.GROUP
                        : OverrideRequest.Scope.ONE,
                row.getBoolean("undone"));
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
