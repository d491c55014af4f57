package io.hongbi.submission.worksheet;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.WorksheetId;
import io.hongbi.common.layout.Proof;
import io.hongbi.common.layout.SheetLayout;
import io.hongbi.submission.web.Cursor;
import io.hongbi.submission.worksheet.design.AnswerKey;
import io.hongbi.submission.worksheet.design.Draft;
import io.hongbi.submission.worksheet.design.SheetDesign;
import io.hongbi.submission.worksheet.typeset.TypesetSheet;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The worksheets in PostgreSQL, their answers in a table of their own. */
@Component
class JdbcWorksheets implements Worksheets {

    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcWorksheets(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public Optional<Assignable> latest(WorksheetId id) {
        return find(id, null).map(sheet -> new Assignable(id, sheet.revision(), keys(sheet)));
    }

    @Override
    public Optional<SheetLayout> layout(WorksheetId id, int revision) {
        return jdbc.sql(
                        """
                        select sheet -> 'layout' from worksheet_revisions
                        where worksheet_id = ? and revision = ?
                        """)
                .params(id.value(), revision)
                .query((row, _) -> json.readValue(row.getString(1), SheetLayout.class))
                .optional();
    }

    /**
     * @param revision null means the newest
     */
    Optional<Worksheet> find(WorksheetId id, @Nullable Integer revision) {
        return jdbc.sql(
                        """
                        select w.id, w.created_by, w.revision as latest, w.created_at,
                            r.revision, r.design, r.sheet, r.proof, r.printed_at,
                            r.created_at as updated_at, k.answers
                        from worksheets w
                        join worksheet_revisions r
                            on r.worksheet_id = w.id and r.revision = coalesce(:revision, w.revision)
                        join worksheet_keys k
                            on k.worksheet_id = w.id and k.revision = r.revision
                        where w.id = :id
                        """)
                .param("id", id.value())
                .param("revision", revision, Types.INTEGER)
                .query(this::worksheet)
                .optional();
    }

    /**
     * The newest first.
     *
     * @param before id of the last one shown; null starts at the newest
     */
    List<WorksheetSummary> list(@Nullable Cursor before, int limit) {
        return jdbc.sql(
                        """
                        select w.id, w.revision, r.title, w.created_at, r.created_at as updated_at
                        from worksheets w
                        join worksheet_revisions r
                            on r.worksheet_id = w.id and r.revision = w.revision
                        where w.id < ? order by w.id desc limit ?
                        """)
                .params(before == null ? LAST : before.uuid(0), limit)
                .query(JdbcWorksheets::summary)
                .list();
    }

    void add(SchoolId school, PersonId creator, WorksheetId id, Draft draft, TypesetSheet sheet) {
        jdbc.sql("insert into worksheets (id, school_id, created_by) values (?, ?, ?)")
                .params(id.value(), school.value(), creator.value())
                .update();
        addRevision(school, draft, sheet);
    }

    /** Whether the worksheet still had the revision before. */
    boolean revise(SchoolId school, Draft draft, TypesetSheet sheet) {
        int revision = sheet.layout().revision();
        var moved =
                jdbc.sql("update worksheets set revision = ? where id = ? and revision = ?")
                        .params(revision, sheet.layout().worksheetId().value(), revision - 1)
                        .update();
        if (moved == 1) {
            addRevision(school, draft, sheet);
        }
        return moved == 1;
    }

    void proved(WorksheetId id, int revision, Proof proof) {
        jdbc.sql(
                        """
                        update worksheet_revisions set proof = ?::jsonb
                        where worksheet_id = ? and revision = ?
                        """)
                .params(json.writeValueAsString(proof), id.value(), revision)
                .update();
    }

    void printed(WorksheetId id, int revision) {
        jdbc.sql(
                        """
                        update worksheet_revisions set printed_at = now()
                        where worksheet_id = ? and revision = ? and printed_at is null
                        """)
                .params(id.value(), revision)
                .update();
    }

    private void addRevision(SchoolId school, Draft draft, TypesetSheet sheet) {
        var id = sheet.layout().worksheetId().value();
        int revision = sheet.layout().revision();
        jdbc.sql(
                        """
                        insert into worksheet_revisions
                            (worksheet_id, revision, school_id, title, design, sheet)
                        values (?, ?, ?, ?, ?::jsonb, ?::jsonb)
                        """)
                .params(
                        id,
                        revision,
                        school.value(),
                        draft.design().title(),
                        json.writeValueAsString(draft.design()),
                        json.writeValueAsString(sheet))
                .update();
        jdbc.sql(
                        """
                        insert into worksheet_keys (worksheet_id, revision, school_id, answers)
                        values (?, ?, ?, ?::jsonb)
                        """)
                .params(id, revision, school.value(), json.writeValueAsString(draft.key()))
                .update();
    }

    private static Map<String, ItemKey> keys(Worksheet sheet) {
        var keys = new HashMap<String, ItemKey>();
        for (int i = 0; i < sheet.design().items().size(); i++) {
            var itemId = SheetDesign.itemId(i);
            var answer = sheet.key().of(itemId);
            keys.put(
                    itemId,
                    new ItemKey(
                            answer == null ? List.of() : List.of(answer),
                            sheet.design().items().get(i).points()));
        }
        return keys;
    }

    private Worksheet worksheet(ResultSet row, int index) throws SQLException {
        var proof = row.getString("proof");
        return new Worksheet(
                new WorksheetId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("created_by", UUID.class)),
                row.getInt("revision"),
                row.getInt("latest"),
                json.readValue(row.getString("design"), SheetDesign.class),
                json.readValue(row.getString("answers"), AnswerKey.class),
                json.readValue(row.getString("sheet"), TypesetSheet.class),
                proof == null ? null : json.readValue(proof, Proof.class),
                row.getObject("printed_at") == null ? null : instant(row, "printed_at"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static WorksheetSummary summary(ResultSet row, int index) throws SQLException {
        return new WorksheetSummary(
                new WorksheetId(row.getObject("id", UUID.class)),
                row.getInt("revision"),
                row.getString("title"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
