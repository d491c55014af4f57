package io.hongbi.submission.intake;

import io.hongbi.common.event.PageReceived;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.intake.Admission.Place;
import io.hongbi.submission.intake.Admission.Retake;
import io.hongbi.submission.outbox.Outbox;
import io.hongbi.submission.outbox.OutboxMessage;
import io.hongbi.submission.reading.SubmissionNotFound;
import io.hongbi.submission.reading.SubmissionStates;
import io.hongbi.submission.reading.SubmissionStates.Change;
import io.hongbi.submission.web.ETags;
import io.hongbi.submission.worksheet.StoredLayouts;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes submissions and pages with their announcements, in the transaction that runs. */
@Component
class SubmissionRows {

    private static final Duration LONGEST_COURTESY = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final Outbox outbox;
    private final SubmissionStates states;

    SubmissionRows(JdbcClient jdbc, JdbcTemplate batches, Outbox outbox, SubmissionStates states) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.outbox = outbox;
        this.states = states;
    }

    /** Adds the student's next attempt. */
    SubmissionId add(Place place, List<StoredPage> pages) {
        var id = SubmissionId.next();
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        lockAttempts(place);
        while (!insert(id, place, now)) { // the receipt code is taken: draw another
        }
        insertPages(place.caller().school(), id, pages, 1, now);
        announce(place.caller().school(), id, pages, 1, now, place);
        return id;
    }

    /**
     * Puts a page in the place of another one.
     *
     * @param ifMatch the version the client has seen; null replaces any
     */
    void replace(Retake retake, StoredPage page, @Nullable String ifMatch) {
        var id = retake.submission().id();
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        takeOutOfPlace(id, retake.number());
        insertPages(retake.caller().school(), id, List.of(page), retake.number(), now);
        ETags.check(ifMatch, lockedVersion(id));
        var place =
                new Place(retake.caller(), retake.assignment(), retake.submission().studentId());
        announce(retake.caller().school(), id, List.of(page), retake.number(), now, place);
        states.refresh(List.of(id), Change.VISIBLE);
    }

    /** Whether the pages have rows: after a commit whose outcome nobody heard. */
    boolean exist(List<StoredPage> pages) {
        return jdbc.sql("select exists (select from pages where id = any(?))")
                .param(pages.stream().map(page -> page.id().value()).toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    private void lockAttempts(Place place) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 7))")
                .param(place.assignment().id() + "/" + place.student())
                .query((_, _) -> true)
                .single();
    }

    private boolean insert(SubmissionId id, Place place, Instant now) {
        return jdbc.sql(
                                """
                                insert into submissions (id, school_id, assignment_id, student_id,
                                    handed_in_by, attempt, receipt, received_at, state)
                                select :id, :school, :assignment, :student, :by,
                                    coalesce(max(attempt), 0) + 1, :receipt, :now, 'received'
                                from submissions
                                where assignment_id = :assignment and student_id = :student
                                on conflict (receipt) do nothing
                                """)
                        .param("id", id.value())
                        .param("school", place.caller().school().value())
                        .param("assignment", place.assignment().id().value())
                        .param("student", place.student().value())
                        .param("by", place.caller().id().value())
                        .param("receipt", ReceiptCode.next())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    private void insertPages(
            SchoolId school, SubmissionId id, List<StoredPage> pages, int first, Instant now) {
        var number = new int[] {first};
        batches.batchUpdate(
                """
                insert into pages (id, school_id, submission_id, number, sha256, photo, bytes,
                    width, height, received_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                pages,
                pages.size(),
                (insert, page) -> {
                    insert.setObject(1, page.id().value());
                    insert.setObject(2, school.value());
                    insert.setObject(3, id.value());
                    insert.setInt(4, number[0]++);
                    insert.setString(5, page.sha256());
                    insert.setString(6, page.key().value());
                    insert.setLong(7, page.bytes());
                    insert.setInt(8, page.width());
                    insert.setInt(9, page.height());
                    insert.setObject(10, utc(now));
                });
    }

    private void announce(
            SchoolId school,
            SubmissionId id,
            List<StoredPage> pages,
            int first,
            Instant now,
            Place place) {
        var messages = new OutboxMessage[pages.size()];
        for (int i = 0; i < messages.length; i++) {
            var page = pages.get(i);
            var event =
                    new PageReceived(
                            page.id().value(),
                            now,
                            school,
                            id,
                            page.id(),
                            first + i,
                            page.key(),
                            place.assignment().kind(),
                            layout(place.assignment()));
            messages[i] =
                    new OutboxMessage(
                            school,
                            PageReceived.TOPIC,
                            page.id().toString(),
                            event,
                            turn(place.assignment(), now));
        }
        outbox.add(List.of(messages));
    }

    /** What is due first is read first, but nobody lets others pass for longer than a while. */
    private static Instant turn(Assignment assignment, Instant received) {
        var latest = received.plus(LONGEST_COURTESY);
        var due = assignment.dueAt();
        return due == null || due.isAfter(latest) ? latest : due;
    }

    private static @Nullable ObjectKey layout(Assignment assignment) {
        var sheet = assignment.worksheet();
        return sheet == null
                ? null
                : StoredLayouts.key(assignment.schoolId(), sheet.id(), sheet.revision());
    }

    /** Retakes of one page wait for each other here; the later one replaces the earlier. */
    private void takeOutOfPlace(SubmissionId id, int number) {
        lock(id, number);
        int replaced =
                jdbc.sql(
                                """
                                update pages set replaced_at = now(), sweep_at = null
                                where submission_id = ? and number = ? and replaced_at is null
                                """)
                        .params(id.value(), number)
                        .update();
        if (replaced == 0) {
            throw new SubmissionNotFound();
        }
    }

    private void lock(SubmissionId id, int number) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 8))")
                .param(id + "/" + number)
                .query((_, _) -> true)
                .single();
    }

    private long lockedVersion(SubmissionId id) {
        return jdbc.sql("select version from submissions where id = ? for no key update")
                .param(id.value())
                .query(Long.class)
                .single();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
