package io.hongbi.submission.review.queue;

import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SubmissionId;
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
import io.hongbi.submission.review.Claims;
import io.hongbi.submission.review.queue.SeenAnswers.Reading;
import io.hongbi.submission.review.queue.SeenAnswers.Seen;
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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The answers that wait for a teacher, where most is at stake first. */
@Component
class ReviewQueue {

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
    private final SeenAnswers answers;
    private final Claims claims;
    private final Pace pace;

    ReviewQueue(
            Tenant tenant,
            SubmissionAccess access,
            LatestSubmissions latest,
            WorksheetMarks marks,
            AnswerKeys keys,
            SeenAnswers answers,
            Claims claims,
            Pace pace) {
        this.tenant = tenant;
        this.access = access;
        this.latest = latest;
        this.marks = marks;
        this.keys = keys;
        this.answers = answers;
        this.claims = claims;
        this.pace = pace;
    }

    /**
     * An answer as a teacher is asked about it.
     *
     * @param cropUrl works for five minutes; null where there is no picture of it
     * @param reading null where the machine saw nothing that can be named
     * @param atStake points of the item times the doubt of the reading, 0 to 1
     * @param minutesLeft of work from this answer to the end of the queue at the caller's pace, see
     *     {@link Pace}; of the first it is the whole of it
     * @param claimedUntil until when another teacher has it; null where none does
     */
    record Asked(
            SubmissionId submissionId,
            String itemId,
            @Nullable URI cropUrl,
            @Nullable Reading reading,
            BigDecimal atStake,
            long minutesLeft,
            @Nullable Instant claimedUntil) {}

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
                    var left =
                            waiting(assignment).stream()
                                    .filter(each -> after == null || isAfter(each, after))
                                    .toList();
                    var rows = left.stream().limit(window.rowsToFetch()).toList();
                    var shown =
                            new Shown(
                                    left.size(),
                                    pace.of(caller, id),
                                    claims.ofOthers(
                                            caller,
                                            rows.stream().map(Waiting::submissionId).toList()));
                    return Listing.of(
                                    window,
                                    rows,
                                    last ->
                                            Cursor.after(
                                                    last.atStake(),
                                                    last.submissionId(),
                                                    last.itemId()))
                            .map(each -> asked(each, rows.indexOf(each), shown));
                });
    }

    private List<Waiting> waiting(Assignment assignment) {
        var key = keys.latest(assignment).orElse(null);
        if (key == null) {
            return List.of();
        }
        var ids =
                latest.of(assignment.id()).stream()
                        .filter(paper -> paper.state() == SubmissionState.NEEDS_REVIEW)
                        .map(Submission::id)
                        .toList();
        var seen = answers.of(ids);
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
                var points = rule == null ? mark.max() : rule.points();
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

    /**
     * What is the same for all that are shown.
     *
     * @param left how many wait, from the first that is shown
     * @param decision how long one takes
     */
    private record Shown(int left, Duration decision, Map<Claims.Answer, Instant> claimed) {

        long minutesFrom(int index) {
            return Math.ceilDiv(decision.multipliedBy(left - index).toSeconds(), 60L);
        }
    }

    private Asked asked(Waiting waiting, int index, Shown shown) {
        var seen = waiting.seen();
        return new Asked(
                waiting.submissionId(),
                waiting.itemId(),
                seen == null ? null : answers.cropUrl(seen),
                seen == null ? null : Reading.of(seen),
                waiting.atStake(),
                shown.minutesFrom(index),
                shown.claimed().get(new Claims.Answer(waiting.submissionId(), waiting.itemId())));
    }
}
