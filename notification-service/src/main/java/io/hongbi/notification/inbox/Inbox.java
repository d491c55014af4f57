package io.hongbi.notification.inbox;

import io.hongbi.common.event.SubmissionChanged;
import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.id.Uuids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps and lists the entries of one school at a time; row-level security sees to the rest. */
@Component
class Inbox {

    /**
     * What a person can do nothing with is no news: that pages wait, or failed for the operator.
     */
    private static final Set<SubmissionState> NEWS =
            Set.of(
                    SubmissionState.RETAKE,
                    SubmissionState.NEEDS_REVIEW,
                    SubmissionState.GRADED,
                    SubmissionState.RELEASED);

    private final JdbcClient jdbc;

    Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Tells the student; an event that was told before changes nothing. */
    @Transactional
    void tell(SubmissionChanged event, @Nullable String traceId) {
        if (!NEWS.contains(event.state())) {
            return;
        }
        enter(event.schoolId());
        jdbc.sql(
                        """
                        insert into inbox_entries (id, event_id, school_id, person_id, submission_id,
                            assignment_id, attempt, version, state, at, trace_id)
                        values (:id, :event, :school, :person, :submission,
                            :assignment, :attempt, :version, :state, :at, :trace)
                        on conflict do nothing
                        """)
                .param("id", Uuids.next())
                .param("event", event.eventId())
                .param("school", event.schoolId().value())
                .param("person", event.studentId().value())
                .param("submission", event.submissionId().value())
                .param("assignment", event.assignmentId().value())
                .param("attempt", event.attempt())
                .param("version", event.version())
                .param("state", event.state().name().toLowerCase(Locale.ROOT))
                .param("at", event.occurredAt().atOffset(ZoneOffset.UTC))
                .param("trace", traceId)
                .update();
    }

    /**
     * The person's entries, newest first.
     *
     * @param before null starts at the newest
     */
    @Transactional(readOnly = true)
    List<InboxEntry> list(SchoolId school, PersonId person, @Nullable UUID before, int limit) {
        enter(school);
        return jdbc.sql(
                        """
                        select id, submission_id, assignment_id, attempt, version, state, at, trace_id
                        from inbox_entries
                        where person_id = :person and (cast(:before as uuid) is null or id < :before)
                        order by id desc limit :limit
                        """)
                .param("person", person.value())
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> entry(row))
                .list();
    }

    private void enter(SchoolId school) {
        jdbc.sql("select set_config('hongbi.school', :school, true)")
                .param("school", school.toString())
                .query(String.class)
                .single();
    }

    private static InboxEntry entry(ResultSet row) throws SQLException {
        return new InboxEntry(
                row.getObject("id", UUID.class),
                new SubmissionId(row.getObject("submission_id", UUID.class)),
                new AssignmentId(row.getObject("assignment_id", UUID.class)),
                row.getInt("attempt"),
                row.getLong("version"),
                SubmissionState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("trace_id"));
    }
}
