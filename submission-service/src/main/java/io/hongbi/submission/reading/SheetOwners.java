package io.hongbi.submission.reading;

import io.hongbi.common.id.PageId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.reading.PageReading;
import io.hongbi.common.reading.Quality.Reason;
import io.hongbi.common.reading.Quality.Verdict;
import io.hongbi.platform.security.Caller;
import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether sheets are those of whom they are handed in for: as a teacher says, or else as the
 * numbers on them do. Called inside a transaction of the school.
 */
@Component
public class SheetOwners {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    SheetOwners(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * @param belongs what a teacher says; null where none does
     */
    private record Known(SheetOwner owner, @Nullable Boolean belongs) {}

    private record Kept(SubmissionId submission, PageReading reading) {}

    /** The photo in place there, of a worksheet. */
    public Optional<PageId> inPlace(SubmissionId id, int number) {
        return jdbc.sql(
                        """
                        select p.id from pages p
                        join submissions s on s.id = p.submission_id
                        join assignments a on a.id = s.assignment_id
                        where p.submission_id = ? and p.number = ? and p.replaced_at is null
                          and a.worksheet_id is not null
                        """)
                .params(id.value(), number)
                .query((row, _) -> new PageId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Readings of the photo and words about it wait for each other here. */
    public void lock(PageId page) {
        jdbc.sql("select id from pages where id = ? for no key update")
                .param(page.value())
                .query(UUID.class)
                .optional();
    }

    /**
     * Adds a teacher's word; what follows from it is to be settled.
     *
     * @param action that it came by
     */
    public void say(Caller author, UUID action, PageId page, boolean belongs) {
        jdbc.sql(
                        """
                        insert into sheet_owners (action_id, school_id, page_id, belongs)
                        values (?, ?, ?, ?)
                        """)
                .params(action, author.school().value(), page.value(), belongs)
                .update();
    }

    /** Lets the reading count or not, as the words in force say. The photo is not read again. */
    public void settle(PageId page) {
        jdbc.sql(
                        """
                        select p.submission_id, r.reading from pages p
                        join readings r on r.page_id = p.id and r.reader_version = p.reader_version
                        where p.id = ?
                        """)
                .param(page.value())
                .query((row, _) ->
                        new Kept(
                                new SubmissionId(row.getObject(1, UUID.class)),
                                json.readValue(row.getString(2), PageReading.class)))
                .optional()
                .ifPresent(kept -> settle(page, kept));
    }

    private void settle(PageId page, Kept kept) {
        var objection = objection(kept.submission(), page, kept.reading());
        jdbc.sql("update pages set verdict = :verdict, objection = :objection where id = :page")
                .param("verdict", StateDerivation.text(verdict(kept.reading(), objection)))
                .param(
                        "objection",
                        objection == null ? null : StateDerivation.text(objection),
                        Types.VARCHAR)
                .param("page", page.value())
                .update();
    }

    static Verdict verdict(PageReading reading, @Nullable Reason objection) {
        return objection == null ? reading.quality().verdict() : Verdict.RETAKE;
    }

    /** What is to be said against a photo that the reader could read; null where nothing is. */
    @Nullable Reason objection(SubmissionId id, PageId page, PageReading reading) {
        var sheet = reading.sheet();
        if (sheet == null || reading.quality().verdict() == Verdict.RETAKE) {
            return null;
        }
        lock(page);
        return known(id, page)
                .filter(known ->
                        known.belongs() == null ? known.owner().objectsTo(sheet) : !known.belongs())
                .map(_ -> Reason.WRONG_STUDENT)
                .orElse(null);
    }

    private Optional<Known> known(SubmissionId id, PageId page) {
        return jdbc.sql(
                        """
                        select p.student_number,
                            coalesce((r.design -> 'studentNumber' ->> 'digits')::int, 0),
                            belongs_in_force(:page)
                        from submissions s
                        join people p on p.id = s.student_id
                        join assignments a on a.id = s.assignment_id
                        join worksheet_revisions r on r.worksheet_id = a.worksheet_id
                            and r.revision = a.worksheet_revision
                        where s.id = :submission
                        """)
                .param("page", page.value())
                .param("submission", id.value())
                .query((row, _) ->
                        new Known(
                                new SheetOwner(row.getString(1), row.getInt(2)),
                                (Boolean) row.getObject(3)))
                .optional();
    }
}
