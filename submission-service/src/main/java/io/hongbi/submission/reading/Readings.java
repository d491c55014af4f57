package io.hongbi.submission.reading;

import io.hongbi.common.event.PageRead;
import io.hongbi.common.event.PageReceived;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.reading.Quality.Reason;
import io.hongbi.submission.reading.SubmissionStates.Change;
import io.hongbi.submission.tenant.Tenant;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what the workers saw. Doing anything here twice is the same as doing it once. */
@Component
class Readings {

    private static final Logger log = LoggerFactory.getLogger(Readings.class);
    private static final int LONGEST_CAUSE = 200;

    private final Tenant tenant;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SubmissionStates states;
    private final SheetOwners owners;
    private final Timer acceptedToRead;

    Readings(
            Tenant tenant,
            JdbcClient jdbc,
            JsonMapper json,
            SubmissionStates states,
            SheetOwners owners,
            MeterRegistry meters) {
        this.tenant = tenant;
        this.jdbc = jdbc;
        this.json = json;
        this.states = states;
        this.owners = owners;
        this.acceptedToRead =
                Timer.builder("hongbi.accepted.to.read")
                        .description("From the acceptance of a page to its reading being kept")
                        .publishPercentileHistogram()
                        .register(meters);
    }

    private record Page(boolean counts, boolean first, Instant receivedAt) {}

    /**
     * Keeps a reading, unless that reader version's reading of the page is there already. It counts
     * unless that of a newer version is there.
     */
    void add(PageRead event) {
        tenant.in(
                event.schoolId(),
                () -> {
                    var page =
                            insert(
                                    placed(event),
                                    owners.objection(
                                            event.submissionId(), event.pageId(), event.reading()));
                    page.ifPresent(kept -> follow(event, kept));
                });
    }

    private void follow(PageRead event, Page page) {
        if (page.counts()) {
            states.refresh(List.of(event.submissionId()), Change.VISIBLE);
        }
        if (page.first()) {
            acceptedToRead.record(Duration.between(page.receivedAt(), Instant.now()));
        }
        log.info(
                "Page {} read by {}, delivery {}",
                event.pageId(),
                event.trace().worker(),
                event.trace().delivery());
    }

    /** Only pages of sums cost another question to the database. */
    private PageRead placed(PageRead event) {
        return PlacedItems.needed(event.reading())
                ? numberOf(event).map(number -> PlacedItems.on(number, event)).orElse(event)
                : event;
    }

    private Optional<Integer> numberOf(PageRead event) {
        return jdbc.sql("select number from pages where id = ?")
                .param(event.pageId().value())
                .query(Integer.class)
                .optional();
    }

    /** One statement: nothing happens where the page is unknown or the reading is there. */
    private Optional<Page> insert(PageRead event, @Nullable Reason objection) {
        var reading = event.reading();
        var hash = reading.perceptualHash();
        return jdbc.sql(
                        """
                        with page as (
                            select id, school_id, read_at is null as first from pages
                            where id = :page and submission_id = :submission),
                        kept as (
                            insert into readings (page_id, reader_version, school_id, reading, preview,
                                crops, worker, delivery, started_at, finished_at, cpu_millis)
                            select id, :version, school_id, :reading::jsonb, :preview, :crops::jsonb,
                                :worker, :delivery, :started, :finished, :cpu
                            from page on conflict do nothing returning page_id)
                        update pages set read_at = coalesce(read_at, now()), sweep_at = null,
                            failed_at = null, failure = null,
                            photo_hash = ('x' || :hash)::bit(256),
                            (reader_version, verdict, objection) = (select
                                case when older then :version else reader_version end,
                                case when older then :verdict else verdict end,
                                case when older then :objection else objection end
                                from (select reader_version is null
                                    or is_newer_reader(:version, reader_version)) o (older))
                        from kept, page where pages.id = kept.page_id and page.id = kept.page_id
                        returning replaced_at is null and reader_version = :version, page.first,
                            received_at
                        """)
                .param("page", event.pageId().value())
                .param("submission", event.submissionId().value())
                .param("version", reading.readerVersion())
                .param("reading", json.writeValueAsString(reading))
                .param("preview", event.preview() == null ? null : event.preview().value())
                .param("crops", json.writeValueAsString(event.crops()))
                .param("worker", event.trace().worker())
                .param("delivery", event.trace().delivery())
                .param("started", utc(event.trace().startedAt()))
                .param("finished", utc(event.occurredAt()))
                .param("cpu", event.trace().cpuMillis())
                .param("verdict", StateDerivation.text(SheetOwners.verdict(reading, objection)))
                .param(
                        "objection",
                        objection == null ? null : StateDerivation.text(objection),
                        Types.VARCHAR)
                .param("hash", hash == null ? null : hash.hex(), Types.VARCHAR)
                .query((row, _) ->
                        new Page(
                                row.getBoolean(1),
                                row.getBoolean(2),
                                row.getTimestamp(3).toInstant()))
                .optional();
    }

    /**
     * Notes that the workers gave a page up; a reading that is there or comes later counts. A page
     * that is about to be announced again is not given up by what came before.
     */
    void fail(PageReceived event, String cause) {
        tenant.in(
                event.schoolId(),
                () -> {
                    var submission = markFailed(event, cause);
                    submission.ifPresent(id -> states.refresh(List.of(id), Change.VISIBLE));
                });
    }

    private Optional<SubmissionId> markFailed(PageReceived event, String cause) {
        log.warn("Page {} failed: {}", event.pageId(), cause);
        return jdbc.sql(
                        """
                        update pages set failed_at = now(), failure = ?, sweep_at = null
                        where id = ? and submission_id = ?
                          and read_at is null and failed_at is null and replaced_at is null
                          and not coalesce(sweep_at <= now(), false)
                        returning submission_id
                        """)
                .params(
                        cause.substring(0, Math.min(cause.length(), LONGEST_CAUSE)),
                        event.pageId().value(),
                        event.submissionId().value())
                .query((row, _) -> new SubmissionId(row.getObject(1, UUID.class)))
                .optional();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
