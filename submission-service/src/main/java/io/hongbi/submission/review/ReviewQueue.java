package io.hongbi.submission.review;

import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.reading.Item;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.common.storage.ObjectStore;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.assignment.AnswerKeys;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.marking.KeyVersion;
import io.hongbi.submission.marking.Mark;
import io.hongbi.submission.marking.Marks;
import io.hongbi.submission.marking.Reason;
import io.hongbi.submission.reading.LatestSubmissions;
import io.hongbi.submission.reading.Submission;
import io.hongbi.submission.reading.SubmissionAccess;
import io.hongbi.submission.reading.SubmissionNotFound;
import io.hongbi.submission.reading.marks.WorksheetMarks;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.submission.web.Cursor;
import io.hongbi.submission.web.Listing;
import io.hongbi.submission.web.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The answers that wait for a teacher, where most is at stake first. */
@Component
class ReviewQueue {

    private static final Duration VALIDITY = Duration.ofMinutes(5);
    private static final TypeReference<Map<String, ObjectKey>> CROPS = new TypeReference<>() {};
    private static final TypeReference<List<Item>> ITEMS = new TypeReference<>() {};
    private static final Comparator<Waiting> MOST_AT_STAKE =
            Comparator.comparing(Waiting::atStake)
                    .reversed()
                    .thenComparing(waiting -> waiting.submissionId().toString())
                    .thenComparing(Waiting::itemId);

    private final Tenant tenant;
    private final SubmissionAccess access;
    private final LatestSubmissions latest;
    private final WorksheetMarks marks;
    private final AnswerKeys keys;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ObjectStore store;

    ReviewQueue(
            Tenant tenant,
            SubmissionAccess access,
            LatestSubmissions latest,
            WorksheetMarks marks,
            AnswerKeys keys,
            JdbcClient jdbc,
            JsonMapper json,
            ObjectStore store) {
        this.tenant = tenant;
        this.access = access;
        this.latest = latest;
        this.marks = marks;
        this.keys = keys;
        this.jdbc = jdbc;
        this.json = json;
        this.store = store;
    }

    /**
     * An answer as a teacher is asked about it.
     *
     * @param cropUrl works for five minutes; null where there is no picture of it
     * @param reading null where the machine saw nothing that can be named
     * @param atStake points of the item times the doubt of the reading, 0 to 1
     * @param minutesLeft until the assignment closes; null where it does not
     */
    record Asked(
            SubmissionId submissionId,
            String itemId,
            @Nullable URI cropUrl,
            @Nullable Reading reading,
            BigDecimal atStake,
            @Nullable Long minutesLeft) {}

    /** What the machine saw. */
    record Reading(
            int page,
            @Nullable String response,
            Item.State state,
            double confidence,
            List<Item.Alternative> alternatives) {

        Reading {
            alternatives = List.copyOf(alternatives);
        }
    }

    private record Seen(int page, Item item, @Nullable ObjectKey crop) {}

    private record Waiting(
            SubmissionId submissionId, String itemId, BigDecimal atStake, @Nullable Seen seen) {}

    /**
     * @throws SubmissionNotFound if there is no such assignment that the caller teaches
     */
    Listing<Asked> list(Caller caller, AssignmentId id, Window window) {
        return tenant.in(
                caller.school(),
                () -> {
                    var assignment = access.requireTaught(caller, id);
                    var after = window.after();
                    var rows =
                            waiting(assignment).stream()
                                    .filter(each -> after == null || isAfter(each, after))
                                    .limit(window.rowsToFetch())
                                    .toList();
                    var left = minutesLeft(assignment);
                    return Listing.of(
                                    window,
                                    rows,
                                    last ->
                                            Cursor.after(
                                                    last.atStake(),
                                                    last.submissionId(),
                                                    last.itemId()))
                            .map(each -> asked(each, left));
                });
    }

    private List<Waiting> waiting(Assignment assignment) {
        var key = keys.latest(assignment.id()).orElse(null);
        if (key == null) {
            return List.of();
        }
        var ids =
                latest.of(assignment.id()).stream()
                        .filter(paper -> paper.state() == SubmissionState.NEEDS_REVIEW)
                        .map(Submission::id)
                        .toList();
        var seen = seen(ids);
        List<Waiting> waiting = new ArrayList<>();
        WorksheetMarks.mark(marks.facts(assignment, ids), key)
                .forEach((id, marked) -> add(waiting, id, marked, key, seen));
        return waiting.stream().sorted(MOST_AT_STAKE).toList();
    }

    private static void add(
            List<Waiting> waiting,
            SubmissionId id,
            Marks marked,
            KeyVersion key,
            Map<SubmissionId, Map<String, Seen>> seen) {
        for (var mark : marked.marks()) {
            if (mark.asksTeacher()) {
                var shown = seen.getOrDefault(id, Map.of()).get(mark.itemId());
                var rule = key.keys().get(mark.itemId());
                var points = rule == null ? BigDecimal.ZERO : rule.points();
                var atStake = points.multiply(doubt(mark, shown)).setScale(2, RoundingMode.HALF_UP);
                waiting.add(new Waiting(id, mark.itemId(), atStake, shown));
            }
        }
    }

    /** Of what only a teacher can mark, the machine knows nothing. */
    private static BigDecimal doubt(Mark mark, @Nullable Seen seen) {
        return seen != null && mark.reason() instanceof Reason.Unsure
                ? BigDecimal.ONE.subtract(BigDecimal.valueOf(seen.item().confidence().value()))
                : BigDecimal.ONE;
    }

    private static boolean isAfter(Waiting waiting, Cursor cursor) {
        var last =
                new Waiting(
                        new SubmissionId(cursor.uuid(1)), cursor.text(2), cursor.number(0), null);
        return MOST_AT_STAKE.compare(waiting, last) > 0;
    }

    private Asked asked(Waiting waiting, @Nullable Long minutesLeft) {
        var seen = waiting.seen();
        return new Asked(
                waiting.submissionId(),
                waiting.itemId(),
                seen == null || seen.crop() == null ? null : store.signedUrl(seen.crop(), VALIDITY),
                seen == null ? null : reading(seen),
                waiting.atStake(),
                minutesLeft);
    }

    private static Reading reading(Seen seen) {
        var item = seen.item();
        return new Reading(
                seen.page(),
                item.response(),
                item.state(),
                item.confidence().value(),
                item.alternatives());
    }

    private static @Nullable Long minutesLeft(Assignment assignment) {
        var closesAt = assignment.closesAt();
        return closesAt == null
                ? null
                : Math.max(0, Duration.between(Instant.now(), closesAt).toMinutes());
    }

    /** What the first photo that shows an answer shows of it. */
    private Map<SubmissionId, Map<String, Seen>> seen(Collection<SubmissionId> ids) {
        Map<SubmissionId, Map<String, Seen>> seen = new HashMap<>();
        jdbc.sql(
                        """
                        select p.submission_id, p.number, r.reading -> 'items' as items, r.crops
                        from pages p
                        join readings r on r.page_id = p.id and r.reader_version = p.reader_version
                        where p.submission_id = any(?) and p.replaced_at is null
                          and p.verdict = 'ok'
                        order by p.submission_id, p.number
                        """)
                .param(ids.stream().map(SubmissionId::value).toArray(UUID[]::new))
                .query(row -> {
                    var id = new SubmissionId(row.getObject("submission_id", UUID.class));
                    var crops = json.readValue(row.getString("crops"), CROPS);
                    var shown = seen.computeIfAbsent(id, _ -> new HashMap<>());
                    int page = row.getInt("number");
                    for (var item : json.readValue(row.getString("items"), ITEMS)) {
                        shown.putIfAbsent(
                                item.itemId(), new Seen(page, item, crops.get(item.itemId())));
                    }
                });
        return seen;
    }
}
