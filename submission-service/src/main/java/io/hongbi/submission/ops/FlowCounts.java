package io.hongbi.submission.ops;

import io.hongbi.submission.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts in the database, which knows what Kafka has forgotten too. */
@Component
class FlowCounts {

    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Tenant tenant;
    private final JdbcClient jdbc;
    private @Nullable Flow last;

    FlowCounts(Tenant tenant, JdbcClient jdbc) {
        this.tenant = tenant;
        this.jdbc = jdbc;
    }

    /** As it was a second ago at most: many may look at once. */
    synchronized Flow now() {
        var known = last;
        if (known == null || known.at().isBefore(Instant.now().minus(FRESH))) {
            known = tenant.inSystem(() -> new Flow(Instant.now(), backlog(), seconds()));
            last = known;
        }
        return known;
    }

    private Flow.Backlog backlog() {
        return jdbc.sql(
                        """
                        select count(*) as unread,
                            (select count(*) from outbox where turn_at is not null) as waiting,
                            count(announced_at) as announced,
                            (select count(*) from pages where failed_at is not null
                                and replaced_at is null and discarded_at is null) as failed,
                            coalesce(extract(epoch from now() - min(received_at)), 0) as oldest,
                            (select count(*) from outbox where turn_at is null) as pending
                        from pages
                        where read_at is null and failed_at is null and replaced_at is null
                        """)
                .query((row, _) ->
                        new Flow.Backlog(
                                row.getLong("unread"),
                                row.getLong("waiting"),
                                row.getLong("announced"),
                                row.getLong("failed"),
                                row.getDouble("oldest"),
                                row.getLong("pending")))
                .single();
    }

    private List<Flow.Second> seconds() {
        return jdbc.sql(
                        """
                        with minute as (
                            select generate_series(date_trunc('second', now()) - interval '59 s',
                                date_trunc('second', now()), interval '1 s') as second),
                        happened as (
                            select date_trunc('second', received_at) as second, 'accepted' as what
                            from pages where received_at > now() - interval '61 s'
                            union all
                            select date_trunc('second', announced_at), 'announced'
                            from pages where announced_at > now() - interval '61 s'
                            union all
                            select date_trunc('second', read_at), 'read'
                            from pages where read_at > now() - interval '61 s'
                            union all
                            select date_trunc('second', failed_at), 'failed'
                            from pages where failed_at > now() - interval '61 s')
                        select m.second,
                            count(*) filter (where what = 'accepted') as accepted,
                            count(*) filter (where what = 'announced') as announced,
                            count(*) filter (where what = 'read') as read,
                            count(*) filter (where what = 'failed') as failed
                        from minute m left join happened h on h.second = m.second
                        group by m.second order by m.second
                        """)
                .query((row, _) ->
                        new Flow.Second(
                                row.getTimestamp("second").toInstant(),
                                row.getLong("accepted"),
                                row.getLong("announced"),
                                row.getLong("read"),
                                row.getLong("failed")))
                .list();
    }
}
