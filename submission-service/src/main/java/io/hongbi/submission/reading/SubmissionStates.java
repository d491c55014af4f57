package io.hongbi.submission.reading;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.hongbi.common.event.SubmissionChanged;
import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.id.Uuids;
import io.hongbi.common.reading.Quality.Verdict;
import io.hongbi.submission.assignment.Assignment.Release;
import io.hongbi.submission.outbox.Outbox;
import io.hongbi.submission.outbox.OutboxMessage;
import io.hongbi.submission.reading.marks.WorksheetMarks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Derives states anew in the transaction that added a fact. Pages are written before submissions
 * are locked, everywhere, so that transactions never wait for each other in a circle.
 */
@Component
public class SubmissionStates {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final WorksheetMarks marks;
    private final Outbox outbox;
    private final LiveEvents live;

    SubmissionStates(
            JdbcClient jdbc,
            JdbcTemplate batches,
            WorksheetMarks marks,
            Outbox outbox,
            LiveEvents live) {
        this.jdbc = jdbc;
        this.marks = marks;
        this.batches = batches;
        this.outbox = outbox;
        this.live = live;
    }

    /**
     * What states depend on of an assignment.
     *
     * @param marked whether its papers have marks, which may ask a teacher
     */
    private record Terms(Release release, boolean marked) {}

    /** What the new fact means to who looks at the submission. */
    public enum Change {
        /** The view differs, whether or not the state does. */
        VISIBLE,
        /** Only another state can be seen. */
        STATE_ONLY
    }

    /** Locks the submissions, derives their states, counts up and tells what changed. */
    public void refresh(Collection<SubmissionId> ids, Change change) {
        if (ids.isEmpty()) {
            return;
        }
        var keys = ids.stream().map(SubmissionId::value).distinct().toArray(UUID[]::new);
        var locked = lock(keys);
        var facts = facts(keys);
        var terms = terms(keys);
        var asking = asking(locked, facts, terms);
        List<Submission> changed = new ArrayList<>();
        for (var now : locked) {
            var pages = facts.getOrDefault(now.id().value(), List.of());
            var state =
                    StateDerivation.derive(
                            pages,
                            () -> asking.contains(now.id()),
                            Objects.requireNonNull(terms.get(now.assignmentId())).release());
            if (state != now.state() || change == Change.VISIBLE) {
                changed.add(next(now, state));
            }
        }
        write(changed);
        outbox.add(changed.stream().filter(SubmissionStates::isNews).map(this::event).toList());
        live.publishAfterCommit(changed);
    }

    /**
     * Locks submissions that an act may concern, before it is added: what is looked at afterwards
     * stays as it is until the transaction ends.
     */
    public void lock(Collection<SubmissionId> ids) {
        jdbc.sql("select id from submissions where id = any(?) order by id for no key update")
                .param(ids.stream().map(SubmissionId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    /** All attempts of all students, as they are named in the transaction that runs. */
    public List<SubmissionId> ofAssignment(AssignmentId id) {
        return jdbc.sql("select id from submissions where assignment_id = ? order by id")
                .param(id.value())
                .query((row, _) -> new SubmissionId(row.getObject(1, UUID.class)))
                .list();
    }

    private List<Submission> lock(UUID[] ids) {
        return jdbc.sql(
                        """
                        select %s from submissions s
                        where s.id = any(?) order by s.id for no key update
                        """
                                .formatted(Submissions.COLUMNS))
                .param(ids)
                .query((row, _) -> Submissions.read(row))
                .list();
    }

    /** As {@link #facts}: a release may have been committed while the lock was waited for. */
    private Map<AssignmentId, Terms> terms(UUID[] ids) {
        Map<AssignmentId, Terms> terms = new HashMap<>();
        jdbc.sql(
                        """
                        select id, release_in_force(id, release),
                            kind <> 'notes' or completion_marks is not null
                        from assignments
                        where id in (select assignment_id from submissions where id = any(?))
                        """)
                .param(ids)
                .query(row -> {
                    terms.put(
                            new AssignmentId(row.getObject(1, UUID.class)),
                            new Terms(
                                    StateDerivation.parse(Release.class, row.getString(2)),
                                    row.getBoolean(3)));
                });
        return terms;
    }

    /** A statement of its own, so that it sees what was committed before the lock was had. */
    private Map<UUID, List<PageFacts>> facts(UUID[] ids) {
        Map<UUID, List<PageFacts>> facts = new HashMap<>();
        jdbc.sql(
                        """
                        select submission_id, announced_at is not null, failed_at is not null, verdict
                        from pages where submission_id = any(?) and replaced_at is null
                        """)
                .param(ids)
                .query(row -> {
                    var verdict = row.getString(4);
                    facts.computeIfAbsent(row.getObject(1, UUID.class), _ -> new ArrayList<>())
                            .add(
                                    new PageFacts(
                                            row.getBoolean(2),
                                            row.getBoolean(3),
                                            verdict == null
                                                    ? null
                                                    : StateDerivation.parse(
                                                            Verdict.class, verdict)));
                });
        return facts;
    }

    /** Marks are made only once all pages are read, and where there are any. */
    private Set<SubmissionId> asking(
            List<Submission> locked,
            Map<UUID, List<PageFacts>> facts,
            Map<AssignmentId, Terms> terms) {
        Set<SubmissionId> asking = new HashSet<>();
        locked.stream()
                .filter(submission ->
                        Objects.requireNonNull(terms.get(submission.assignmentId())).marked())
                .filter(submission ->
                        facts.getOrDefault(submission.id().value(), List.of()).stream()
                                .allMatch(page -> page.state() == PageState.READ))
                .collect(groupingBy(Submission::assignmentId, mapping(Submission::id, toList())))
                .forEach((assignment, ids) -> asking.addAll(marks.askingTeacher(assignment, ids)));
        return asking;
    }

    private void write(List<Submission> changed) {
        batches.batchUpdate(
                "update submissions set state = ?, version = ?, changed_at = clock_timestamp()"
                        + " where id = ?",
                changed,
                Math.max(1, changed.size()),
                (update, submission) -> {
                    update.setString(1, StateDerivation.text(submission.state()));
                    update.setLong(2, submission.version());
                    update.setObject(3, submission.id().value());
                });
    }

    private static Submission next(Submission now, SubmissionState state) {
        return new Submission(
                now.id(),
                now.schoolId(),
                now.assignmentId(),
                now.kind(),
                now.studentId(),
                now.attempt(),
                now.receipt(),
                now.receivedAt(),
                state,
                now.version() + 1);
    }

    /** Nobody downstream waits to hear that a page is still on its way. */
    private static boolean isNews(Submission submission) {
        return switch (submission.state()) {
            case RECEIVED, READING -> false;
            case FAILED, RETAKE, NEEDS_REVIEW, GRADED, RELEASED -> true;
        };
    }

    private OutboxMessage event(Submission submission) {
        var event =
                new SubmissionChanged(
                        Uuids.next(),
                        Instant.now(),
                        submission.schoolId(),
                        submission.id(),
                        submission.assignmentId(),
                        submission.studentId(),
                        submission.attempt(),
                        submission.version(),
                        submission.state());
        return new OutboxMessage(
                submission.schoolId(), SubmissionChanged.TOPIC, submission.id().toString(), event);
    }
}
