package io.hongbi.submission.gradebook.notes;

import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What teachers and students said about notes, and how neat they are. */
@Component
class NoteRows {

    private final JdbcClient jdbc;

    NoteRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was said. */
    record Said(boolean ticked, boolean withdrawn) {

        static final Said NOTHING = new Said(false, false);
    }

    Map<SubmissionId, Said> said(Collection<SubmissionId> ids) {
        Map<SubmissionId, Said> said = new HashMap<>();
        jdbc.sql(
                        """
                        select submission_id, ticked_at is not null, withdrawn_at is not null
                        from excellent_notes where submission_id = any(?)
                        """)
                .param(array(ids))
                .query(row -> {
                    said.put(
                            new SubmissionId(row.getObject(1, UUID.class)),
                            new Said(row.getBoolean(2), row.getBoolean(3)));
                });
        return said;
    }

    /** Whether it was taken: not where the student has withdrawn them. */
    boolean tick(Caller teacher, SubmissionId id, boolean excellent) {
        return jdbc.sql(
                                """
                                insert into excellent_notes as n
                                    (submission_id, school_id, ticked_by, ticked_at)
                                values (:id, :school, :teacher,
                                    case when :excellent then clock_timestamp() end)
                                on conflict (submission_id) do update
                                set ticked_by = excluded.ticked_by, ticked_at = excluded.ticked_at
                                where n.withdrawn_at is null or not :excellent
                                """)
                        .param("id", id.value())
                        .param("school", teacher.school().value())
                        .param("teacher", excellent ? teacher.id().value() : null, Types.OTHER)
                        .param("excellent", excellent)
                        .update()
                == 1;
    }

    void withdraw(Caller student, SubmissionId id, boolean withdrawn) {
        jdbc.sql(
                        """
                        insert into excellent_notes (submission_id, school_id, withdrawn_at)
                        values (:id, :school, case when :withdrawn then clock_timestamp() end)
                        on conflict (submission_id) do update set withdrawn_at = excluded.withdrawn_at
                        """)
                .param("id", id.value())
                .param("school", student.school().value())
                .param("withdrawn", withdrawn)
                .update();
    }

    /** The least of the photos in place, 0 to 1; of those of which it can be told. */
    Map<SubmissionId, Double> neatness(Collection<SubmissionId> ids) {
        Map<SubmissionId, Double> neatness = new HashMap<>();
        jdbc.sql(
                        """
                        select p.submission_id, min((r.reading ->> 'neatness')::double precision)
                        from pages p
                        join readings r on r.page_id = p.id and r.reader_version = p.reader_version
                        where p.submission_id = any(?) and p.replaced_at is null
                          and p.verdict = 'ok' and r.reading ->> 'neatness' is not null
                        group by p.submission_id
                        """)
                .param(array(ids))
                .query(row -> {
                    neatness.put(new SubmissionId(row.getObject(1, UUID.class)), row.getDouble(2));
                });
        return neatness;
    }

    private static UUID[] array(Collection<SubmissionId> ids) {
        return ids.stream().map(SubmissionId::value).toArray(UUID[]::new);
    }
}
