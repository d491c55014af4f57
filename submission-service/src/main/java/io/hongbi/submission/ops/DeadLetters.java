package io.hongbi.submission.ops;

import io.hongbi.common.id.PageId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.id.Uuids;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.reading.SubmissionStates;
import io.hongbi.submission.reading.SubmissionStates.Change;
import io.hongbi.submission.tenant.Tenant;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pages that the workers gave up. Replayed ones are announced again by the sweeper, at its bounded
 * rate; discarded ones stay failed and are no longer listed. Each act is kept with who did it.
 */
@Component
class DeadLetters {

    /** Pages that are named with each cause. */
    private static final int NAMED = 20;

    /** Pages that one act takes; more take another. */
    private static final int MOST = 10_000;

    private static final String GIVEN_UP = "failed_at is not null and replaced_at is null";

    private static final String WAITING = GIVEN_UP + " and discarded_at is null";

    private final Tenant tenant;
    private final JdbcClient jdbc;
    private final SubmissionStates states;

    DeadLetters(Tenant tenant, JdbcClient jdbc, SubmissionStates states) {
        this.tenant = tenant;
        this.jdbc = jdbc;
        this.states = states;
    }

    /**
     * Pages given up for one cause.
     *
     * @param pages some of them, those that wait longest
     */
    record Cause(String cause, long count, Instant oldestFailedAt, List<PageId> pages) {

        Cause {
            pages = List.copyOf(pages);
        }
    }

    /**
     * Which pages an act is about.
     *
     * @param cause only those given up for it; null is any
     * @param pageIds only these; null is all
     */
    record Selection(@Nullable String cause, @Nullable List<PageId> pageIds) {

        Selection {
            pageIds = pageIds == null ? null : List.copyOf(pageIds);
        }
    }

    /**
     * What an act does, or would.
     *
     * @param byCause how many pages of each cause
     */
    record Outcome(boolean dryRun, int pages, Map<String, Integer> byCause) {

        Outcome {
            byCause = Map.copyOf(byCause);
        }
    }

    private record Dead(UUID page, SubmissionId submission, String cause) {}

    List<Cause> byCause() {
        return tenant.inSystem(() ->
                jdbc.sql(
                                """
                                select coalesce(failure, 'unknown') as cause, count(*) as count,
                                    min(failed_at) as oldest,
                                    (array_agg(id order by failed_at))[1:%d] as pages
                                from pages where %s group by 1 order by 2 desc, 1
                                """
                                        .formatted(NAMED, WAITING))
                        .query((row, _) ->
                                new Cause(
                                        row.getString("cause"),
                                        row.getLong("count"),
                                        row.getTimestamp("oldest").toInstant(),
                                        ids((UUID[]) row.getArray("pages").getArray())))
                        .list());
    }

    /** Has the pages read again; of those named one by one, discarded ones too. */
    Outcome replay(Caller caller, Selection which, boolean dryRun) {
        return tenant.inSystem(() -> {
            var dead = take(which, which.pageIds() == null ? WAITING : GIVEN_UP);
            if (!dryRun && !dead.isEmpty()) {
                jdbc.sql(
                                """
                                update pages set failed_at = null, failure = null,
                                    discarded_at = null, sweep_at = now()
                                where id = any(?)
                                """)
                        .param(keys(dead))
                        .update();
                record(caller, "replay", which, null, dead);
                states.refresh(
                        dead.stream().map(Dead::submission).distinct().toList(), Change.VISIBLE);
            }
            return outcome(dead, dryRun);
        });
    }

    /** Gives the pages up for good. */
    Outcome discard(Caller caller, Selection which, String reason, boolean dryRun) {
        return tenant.inSystem(() -> {
            var dead = take(which, WAITING);
            if (!dryRun && !dead.isEmpty()) {
                jdbc.sql("update pages set discarded_at = now() where id = any(?)")
                        .param(keys(dead))
                        .update();
                record(caller, "discard", which, reason, dead);
            }
            return outcome(dead, dryRun);
        });
    }

    /** Locks them, so that two operators at once do not act on the same ones. */
    private List<Dead> take(Selection which, String state) {
        var pages = which.pageIds();
        return jdbc.sql(
                        """
                        select id, submission_id, coalesce(failure, 'unknown') as cause from pages
                        where %s and (:cause::text is null or coalesce(failure, 'unknown') = :cause)
                          and (:pages::uuid[] is null or id = any(:pages))
                        order by id limit :most for no key update
                        """
                                .formatted(state))
                .param("cause", which.cause(), Types.VARCHAR)
                .param(
                        "pages",
                        pages == null
                                ? null
                                : pages.stream().map(PageId::value).toArray(UUID[]::new),
                        Types.ARRAY)
                .param("most", MOST)
                .query((row, _) ->
                        new Dead(
                                row.getObject("id", UUID.class),
                                new SubmissionId(row.getObject("submission_id", UUID.class)),
                                row.getString("cause")))
                .list();
    }

    private void record(
            Caller caller, String act, Selection which, @Nullable String reason, List<Dead> dead) {
        jdbc.sql(
                        """
                        insert into operator_acts (id, school_id, acted_by, act, cause, reason, pages)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Uuids.next())
                .param(caller.school().value())
                .param(caller.id().value())
                .param(act)
                .param(which.cause())
                .param(reason)
                .param(keys(dead))
                .update();
    }

    private static Outcome outcome(List<Dead> dead, boolean dryRun) {
        Map<String, Integer> byCause = new TreeMap<>();
        dead.forEach(page -> byCause.merge(page.cause(), 1, Integer::sum));
        return new Outcome(dryRun, dead.size(), byCause);
    }

    private static UUID[] keys(List<Dead> dead) {
        return dead.stream().map(Dead::page).toArray(UUID[]::new);
    }

    private static List<PageId> ids(UUID[] keys) {
        List<PageId> ids = new ArrayList<>();
        for (var key : keys) {
            ids.add(new PageId(key));
        }
        return ids;
    }
}
