package io.hongbi.submission.reading;

import io.hongbi.common.id.SchoolId;
import io.hongbi.submission.outbox.Workload;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pages that were announced and are not read. One that should have come back by now does not count:
 * were it lost, it would keep a place that its own repetition waits for.
 */
@Component
class PagesUnderWay implements Workload {

    private final JdbcClient jdbc;

    PagesUnderWay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public UnderWay underWay() {
        Map<SchoolId, Long> bySchool = new HashMap<>();
        jdbc.sql(
                        """
                        select school_id, count(*) from pages
                        where sweep_at > now() and announced_at is not null and read_at is null
                          and failed_at is null and replaced_at is null
                        group by school_id
                        """)
                .query(row -> {
                    bySchool.put(new SchoolId(row.getObject(1, UUID.class)), row.getLong(2));
                });
        return new UnderWay(bySchool);
    }

    /** Pages that a worker gave back have waited for something else. */
    @Override
    public Lately lately() {
        return jdbc.sql(
                        """
                        select count(*), coalesce(avg(extract(epoch from
                            greatest(started_at - announced_at, interval '0'))), 0)
                        from pages join readings
                            on page_id = pages.id and readings.reader_version = pages.reader_version
                        where read_at > now() - interval '1 s' and delivery = 1
                        """)
                .query((row, _) ->
                        new Lately(
                                row.getLong(1), Duration.ofNanos((long) (row.getDouble(2) * 1e9))))
                .single();
    }
}
