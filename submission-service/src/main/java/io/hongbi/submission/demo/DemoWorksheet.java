package io.hongbi.submission.demo;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.WorksheetId;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.submission.worksheet.KnownWorksheets;
import io.hongbi.submission.worksheet.Worksheets;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo's worksheet and the assignment made from it. Its ids never change: photos of it are part
 * of the suite, and the code printed on it names it.
 */
class DemoWorksheet {

    static final WorksheetId ID = WorksheetId.of("019a0000-0000-7000-8000-000000000401");
    static final AssignmentId ASSIGNMENT = AssignmentId.of("019a0000-0000-7000-8000-000000000303");

    private final Tenant tenant;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final KnownWorksheets worksheets;
    private final Worksheets sheets;

    DemoWorksheet(
            Tenant tenant,
            JdbcClient jdbc,
            JsonMapper json,
            KnownWorksheets worksheets,
            Worksheets sheets) {
        this.tenant = tenant;
        this.jdbc = jdbc;
        this.json = json;
        this.worksheets = worksheets;
        this.sheets = sheets;
    }

    /** After the school; again and again is fine. */
    void seed() {
        var teacher = DemoPerson.TEACHER.id();
        worksheets.provide(DemoSchool.SCHOOL, teacher, ID, design());
        tenant.in(DemoSchool.SCHOOL, this::assign);
    }

    private void assign() {
        jdbc.sql(
                        """
                        insert into assignments as a (id, school_id, class_id, title, kind,
                            opens_at, release, show_answers, created_by, worksheet_id,
                            worksheet_revision)
                        values (?, ?, ?, '第四单元练习', 'worksheet', now(), 'manual', 'with-marks', ?,
                            ?, 1)
                        on conflict (id) do update
                        set deleted_at = null, closes_at = null, version = a.version + 1
                        where a.deleted_at is not null or a.closes_at < now()
                        """)
                .params(
                        ASSIGNMENT.value(),
                        DemoSchool.SCHOOL.value(),
                        DemoSchool.CLASS.value(),
                        DemoPerson.TEACHER.id().value(),
                        ID.value())
                .update();
        jdbc.sql(
                        """
                        insert into assignment_keys
                            (assignment_id, version, school_id, keys, created_by)
                        values (?, 1, ?, ?::jsonb, ?) on conflict do nothing
                        """)
                .params(
                        ASSIGNMENT.value(),
                        DemoSchool.SCHOOL.value(),
                        json.writeValueAsString(sheets.latest(ID).orElseThrow().keys()),
                        DemoPerson.TEACHER.id().value())
                .update();
    }

    private JsonNode design() {
        try (var file = new ClassPathResource("demo/worksheet.json").getInputStream()) {
            return json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's worksheet cannot be read", e);
        }
    }
}
