package io.hongbi.submission.reading;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.event.PageReceived;
import io.hongbi.common.id.PageId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.id.WorksheetId;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.submission.outbox.Outbox;
import io.hongbi.submission.outbox.OutboxMessage;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.submission.worksheet.StoredLayouts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Announces pages again that were announced and never came back, whatever swallowed them. It never
 * gives one up. Replicas share the work by locked rows.
 */
@Component
class Sweeper {

    private static final Logger log = LoggerFactory.getLogger(Sweeper.class);

    private final Tenant tenant;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final int limit;

    Sweeper(Tenant tenant, JdbcClient jdbc, Outbox outbox, SweeperProperties properties) {
        this.tenant = tenant;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.limit = properties.limit();
    }

    @Scheduled(fixedDelayString = "${hongbi.reading.sweeper.every:PT5S}")
    void sweep() {
        int swept = tenant.inSystem(this::announceAgain);
        if (swept > 0) {
            log.info("Announced {} pages again that had not come back", swept);
        }
    }

    private int announceAgain() {
        var lost = takeLost();
        outbox.add(
                lost.stream()
                        .map(page ->
                                new OutboxMessage(
                                        page.schoolId(),
                                        PageReceived.TOPIC,
                                        page.pageId().toString(),
                                        page,
                                        page.occurredAt()))
                        .toList());
        return lost.size();
    }

    /** They are due again only once the relay has sent them. */
    private List<PageReceived> takeLost() {
        return jdbc.sql(
                        """
                        with lost as (
                            select id from pages where sweep_at < now()
                            order by sweep_at limit ? for update skip locked),
                        taken as (
                            update pages set sweep_at = null from lost where pages.id = lost.id
                            returning pages.*)
                        select taken.*, assignments.kind, assignments.worksheet_id,
                            assignments.worksheet_revision
                        from taken
                        join submissions on submissions.id = taken.submission_id
                        join assignments on assignments.id = submissions.assignment_id
                        """)
                .param(limit)
                .query((row, _) -> event(row))
                .list();
    }

    private static PageReceived event(ResultSet row) throws SQLException {
        var page = row.getObject("id", UUID.class);
        var school = new SchoolId(row.getObject("school_id", UUID.class));
        return new PageReceived(
                page,
                row.getTimestamp("received_at").toInstant(),
                school,
                new SubmissionId(row.getObject("submission_id", UUID.class)),
                new PageId(page),
                row.getInt("number"),
                new ObjectKey(row.getString("photo")),
                StateDerivation.parse(AssignmentKind.class, row.getString("kind")),
                layout(school, row));
    }

    private static @Nullable ObjectKey layout(SchoolId school, ResultSet row) throws SQLException {
        var worksheet = row.getObject("worksheet_id", UUID.class);
        return worksheet == null
                ? null
                : StoredLayouts.key(
                        school, new WorksheetId(worksheet), row.getInt("worksheet_revision"));
    }
}
