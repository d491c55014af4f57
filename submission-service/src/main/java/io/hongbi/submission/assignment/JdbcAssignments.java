package io.hongbi.submission.assignment;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SchoolClassId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.WorksheetId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.assignment.Assignment.Release;
import io.hongbi.submission.assignment.Assignment.ShowAnswers;
import io.hongbi.submission.marking.CompletionRule;
import io.hongbi.submission.web.Cursor;
import io.hongbi.submission.worksheet.Worksheets.Assignable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The assignments in PostgreSQL. A deleted one stays for what was handed in, unseen. */
@Component
class JdbcAssignments implements Assignments {

    private static final String COLUMNS =
            """
            id, school_id, class_id, title, kind, opens_at, due_at, closes_at, release,
            show_answers, equal_forms, version, created_at, updated_at, worksheet_id, worksheet_revision,
            release_in_force(id, release) as release_in_force, release_at, completion_marks
            """;

    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcAssignments(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<Assignment> find(AssignmentId id) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from assignments where id = ? and deleted_at is null")
                .param(id.value())
                .query((row, _) -> assignment(row))
                .optional();
    }

    /**
     * The newest first.
     *
     * @param before id of the last one shown; null starts at the newest
     */
    List<Assignment> list(SchoolClassId schoolClass, @Nullable Cursor before, int limit) {
        return jdbc.sql(
                        "select "
                                + COLUMNS
                                + " from assignments where class_id = ? and id < ?"
                                + " and deleted_at is null order by id desc limit ?")
                .params(schoolClass.value(), before == null ? LAST : before.uuid(0), limit)
                .query((row, _) -> assignment(row))
                .list();
    }

    Assignment add(
            Caller creator,
            SchoolClassId schoolClass,
            AssignmentKind kind,
            @Nullable Assignable sheet,
            Terms terms) {
        return bind(
                        jdbc.sql(
                                """
                                insert into assignments (id, school_id, class_id, kind, created_by,
                                    title, opens_at, due_at, closes_at, release, show_answers,
                                    equal_forms, release_at, release_due, completion_marks,
                                    worksheet_id, worksheet_revision)
                                values (:id, :school, :class, :kind, :creator,
                                    :title, :opens, :due, :closes, :release, :answers,
                                    :forms, :release_at, :release_at, :completion::jsonb,
                                    :worksheet, :revision) returning
                                """
                                        + COLUMNS),
                        terms)
                .param("id", AssignmentId.next().value())
                .param("school", creator.school().value())
                .param("class", schoolClass.value())
                .param("kind", text(kind))
                .param("creator", creator.id().value())
                .param("worksheet", sheet == null ? null : sheet.id().value(), Types.OTHER)
                .param("revision", sheet == null ? null : sheet.revision(), Types.INTEGER)
                .query((row, _) -> assignment(row))
                .single();
    }

    /** Empty where the assignment has another version by now. */
    Optional<Assignment> change(AssignmentId id, long version, Terms terms) {
        return bind(
                        jdbc.sql(
                                """
                                update assignments
                                set title = :title, opens_at = :opens, due_at = :due,
                                    closes_at = :closes, release = :release,
                                    show_answers = :answers, equal_forms = :forms, version = version + 1,
                                    updated_at = now(), completion_marks = :completion::jsonb,
                                    release_at = :release_at,
                                    release_due = case
                                        when release_at is distinct from :release_at::timestamptz
                                        then :release_at else release_due end
                                where id = :id and version = :version and deleted_at is null
                                returning
                                """
                                        + COLUMNS),
                        terms)
                .param("id", id.value())
                .param("version", version)
                .query((row, _) -> assignment(row))
                .optional();
    }

    /** Whether anything was handed in for it. */
    boolean isInUse(AssignmentId id) {
        return jdbc.sql("select exists (select from submissions where assignment_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether it still had that version. */
    boolean delete(AssignmentId id, long version) {
        return jdbc.sql(
                                """
                                update assignments set deleted_at = now(), version = version + 1
                                where id = ? and version = ? and deleted_at is null
                                """)
                        .params(id.value(), version)
                        .update()
                == 1;
    }

    private StatementSpec bind(StatementSpec statement, Terms terms) {
        return statement
                .param("title", terms.title())
                .param("opens", time(terms.opensAt()))
                .param("due", time(terms.dueAt()))
                .param("closes", time(terms.closesAt()))
                .param("release", text(terms.release()))
                .param("answers", text(terms.showAnswers()))
                .param("forms", terms.equalForms())
                .param("release_at", time(terms.releaseAt()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "completion",
                        terms.completionMarks() == null
                                ? null
                                : json.writeValueAsString(terms.completionMarks()),
                        Types.VARCHAR);
    }

    private Assignment assignment(ResultSet row) throws SQLException {
        return new Assignment(
                new AssignmentId(row.getObject("id", UUID.class)),
                new SchoolId(row.getObject("school_id", UUID.class)),
                new SchoolClassId(row.getObject("class_id", UUID.class)),
                row.getString("title"),
                value(AssignmentKind.class, row.getString("kind")),
                sheet(row),
                Objects.requireNonNull(instant(row, "opens_at")),
                instant(row, "due_at"),
                instant(row, "closes_at"),
                instant(row, "release_at"),
                value(Release.class, row.getString("release")),
                value(Release.class, row.getString("release_in_force")),
                value(ShowAnswers.class, row.getString("show_answers")),
                row.getBoolean("equal_forms"),
                completionMarks(row),
                row.getLong("version"),
                Objects.requireNonNull(instant(row, "created_at")),
                Objects.requireNonNull(instant(row, "updated_at")));
    }

    private @Nullable CompletionRule completionMarks(ResultSet row) throws SQLException {
        var rule = row.getString("completion_marks");
        return rule == null ? null : json.readValue(rule, CompletionRule.class);
    }

    private static Assignment.@Nullable Sheet sheet(ResultSet row) throws SQLException {
        var id = row.getObject("worksheet_id", UUID.class);
        return id == null
                ? null
                : new Assignment.Sheet(new WorksheetId(id), row.getInt("worksheet_revision"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> E value(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
