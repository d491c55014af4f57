package io.hongbi.submission.review;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.Uuids;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.review.Action.Kind;
import io.hongbi.submission.web.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was done to the marks of the school whose transaction runs: added, never changed. */
@Component
public class Actions {

    private static final TypeReference<Map<String, Object>> SUMMARY = new TypeReference<>() {};
    private static final String COLUMNS =
            "a.id, a.assignment_id, a.kind, a.author, a.at, a.summary, a.undoes,"
                    + " not in_force(a.id) as undone";
    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Actions(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Adds one that is no undoing. */
    public UUID add(Caller author, AssignmentId assignment, Kind kind, Map<String, ?> summary) {
        return insert(author.school(), author.id(), assignment, kind, summary, null);
    }

    /** Adds a release that comes at the time set for it, by nobody. */
    public UUID addScheduledRelease(
            SchoolId school, AssignmentId assignment, Map<String, ?> summary) {
        return insert(school, null, assignment, Kind.RELEASE, summary, null);
    }

    /** Takes back an action, which has to be the last of its chain of undoings. */
    UUID undo(Caller author, Action action, UUID last) {
        var summary = new HashMap<>(action.summary());
        summary.putIfAbsent("kind", text(action.kind())); // that of the first of the chain
        return insert(
                author.school(), author.id(), action.assignmentId(), Kind.UNDO, summary, last);
    }

    private UUID insert(
            SchoolId school,
            @Nullable PersonId author,
            AssignmentId assignment,
            Kind kind,
            Map<String, ?> summary,
            @Nullable UUID undoes) {
        var id = Uuids.next();
        jdbc.sql(
                        """
                        insert into actions
                            (id, school_id, assignment_id, kind, author, summary, undoes)
                        values (:id, :school, :assignment, :kind, :author, :summary::jsonb, :undoes)
                        """)
                .param("id", id)
                .param("school", school.value())
                .param("assignment", assignment.value())
                .param("kind", text(kind))
                .param("author", author == null ? null : author.value(), Types.OTHER)
                .param("summary", json.writeValueAsString(summary))
                .param("undoes", undoes, Types.OTHER)
                .update();
        return id;
    }

    /** Acts on an assignment wait for each other here, until the transaction ends. */
    public void queueUp(AssignmentId assignment) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 9))")
                .param(assignment.toString())
                .query((_, _) -> true)
                .single();
    }

    Optional<Action> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from actions a where a.id = ?")
                .param(id)
                .query((row, _) -> action(row))
                .optional();
    }

    /** The last of a chain of undoings: what has to be undone to take the first back. */
    UUID lastOfChain(UUID id) {
        return jdbc.sql(
                        """
                        with recursive chain (id, length) as (
                            select :id, 0
                            union all
                            select a.id, chain.length + 1
                            from actions a join chain on a.undoes = chain.id)
                        select id from chain order by length desc limit 1
                        """)
                .param("id", id)
                .query(UUID.class)
                .single();
    }

    /** The newest first; a window of them. */
    List<Action> list(AssignmentId assignment, Window window) {
        var after = window.after();
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from actions a where a.assignment_id = ? and a.id < ?"
                                + " order by a.id desc limit ?")
                .params(
                        assignment.value(),
                        after == null ? LAST : after.uuid(0),
                        window.rowsToFetch())
                .query((row, _) -> action(row))
                .list();
    }

    private Action action(ResultSet row) throws SQLException {
        return new Action(
                row.getObject("id", UUID.class),
                new AssignmentId(row.getObject("assignment_id", UUID.class)),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                author(row),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                json.readValue(row.getString("summary"), SUMMARY),
                row.getObject("undoes", UUID.class),
                row.getBoolean("undone"));
    }

    private static @Nullable PersonId author(ResultSet row) throws SQLException {
        var author = row.getObject("author", UUID.class);
        return author == null ? null : new PersonId(author);
    }

    private static String text(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
