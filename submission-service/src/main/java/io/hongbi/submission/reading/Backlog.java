package io.hongbi.submission.reading;

import io.hongbi.submission.tenant.Tenant;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.ToDoubleFunction;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Counts in the database what is accepted and not yet read, at most every five seconds. */
@Component
class Backlog {

    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();
    private static final int RATE_SECONDS = 60;

    private final Tenant tenant;
    private final JdbcClient jdbc;
    private Count count = Count.UNKNOWN;
    private long countedAt = System.nanoTime() - FRESH_NANOS;

    Backlog(Tenant tenant, JdbcClient jdbc, MeterRegistry meters) {
        this.tenant = tenant;
        this.jdbc = jdbc;
        gauge(meters, "hongbi.pages.unread", "Pages accepted and not yet read", Count::unread);
        gauge(
                meters,
                "hongbi.pages.oldest.unread.age.seconds",
                "Age of the oldest page not yet read, seconds",
                Count::oldestSeconds);
        gauge(meters, "hongbi.pages.failed", "Pages that were given up", Count::failed);
        gauge(
                meters,
                "hongbi.pages.waiting",
                "Pages whose turn to be announced has not come",
                Count::waiting);
        gauge(
                meters,
                "hongbi.outbox.pending",
                "Messages not yet at the broker, but for pages that wait for their turn",
                Count::pending);
        gauge(
                meters,
                "hongbi.drain.seconds",
                "Time to read what is unread at the rate of the last minute, seconds",
                Count::drainSeconds);
    }

    /**
     * What the database says.
     *
     * @param readLately pages read during the last {@link #RATE_SECONDS}
     */
    private record Count(
            double unread,
            double oldestSeconds,
            double failed,
            double readLately,
            double waiting,
            double pending) {

        static final Count UNKNOWN =
                new Count(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

        /** Endless where nothing was read at all. */
        double drainSeconds() {
            return unread == 0 ? 0 : unread * RATE_SECONDS / readLately;
        }
    }

    private void gauge(
            MeterRegistry meters, String name, String text, ToDoubleFunction<Count> value) {
        Gauge.builder(name, this, backlog -> value.applyAsDouble(backlog.count()))
                .description(text)
                .strongReference(true)
                .register(meters);
    }

    private synchronized Count count() {
        if (System.nanoTime() - countedAt >= FRESH_NANOS) {
            countedAt = System.nanoTime();
            try {
                count = tenant.inSystem(this::query);
            } catch (DataAccessException | TransactionException e) { // NaN tells it
                count = Count.UNKNOWN;
            }
        }
        return count;
    }

    private Count query() {
        return jdbc.sql(
                        """
                        select count(*), coalesce(extract(epoch from now() - min(received_at)), 0),
                            (select count(*) from pages where failed_at is not null
                                and replaced_at is null and discarded_at is null),
                            (select count(*) from pages
                                where read_at > now() - :window * interval '1 s'),
                            (select count(*) from outbox where turn_at is not null),
                            (select count(*) from outbox where turn_at is null)
                        from pages
                        where read_at is null and failed_at is null and replaced_at is null
                        """)
                .param("window", RATE_SECONDS)
                .query((row, _) ->
                        new Count(
                                row.getDouble(1),
                                row.getDouble(2),
                                row.getDouble(3),
                                row.getDouble(4),
                                row.getDouble(5),
                                row.getDouble(6)))
                .single();
    }
}
