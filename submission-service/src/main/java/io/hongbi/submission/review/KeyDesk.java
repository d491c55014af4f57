package io.hongbi.submission.review;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.assignment.AnswerKeys;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.assignment.KeyChange;
import io.hongbi.submission.marking.KeyVersion;
import io.hongbi.submission.marking.Marks;
import io.hongbi.submission.marking.Score;
import io.hongbi.submission.reading.LatestSubmissions;
import io.hongbi.submission.reading.Submission;
import io.hongbi.submission.reading.SubmissionAccess;
import io.hongbi.submission.reading.SubmissionNotFound;
import io.hongbi.submission.reading.SubmissionStates;
import io.hongbi.submission.reading.marks.WorksheetMarks;
import io.hongbi.submission.review.Action.Kind;
import io.hongbi.submission.review.Layers.Rule;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.submission.web.ETags;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Where the answer key of an assignment is looked at, tried out and changed. */
@Component
class KeyDesk {

    private final Tenant tenant;
    private final SubmissionAccess access;
    private final SubmissionStates states;
    private final LatestSubmissions latest;
    private final WorksheetMarks marks;
    private final AnswerKeys keys;
    private final Actions actions;
    private final Consequences consequences;

    KeyDesk(
            Tenant tenant,
            SubmissionAccess access,
            SubmissionStates states,
            LatestSubmissions latest,
            WorksheetMarks marks,
            AnswerKeys keys,
            Actions actions,
            Consequences consequences) {
        this.tenant = tenant;
        this.access = access;
        this.states = states;
        this.latest = latest;
        this.marks = marks;
        this.keys = keys;
        this.actions = actions;
        this.consequences = consequences;
    }

    /** The key that counts. */
    record KeyView(int keyVersion, SortedMap<String, Rule> keys, long revision) {}

    /** A student whose score is another one. */
    record Moved(
            PersonId studentId,
            SubmissionId submissionId,
            @Nullable Score before,
            @Nullable Score after) {}

    /**
     * What a new key does.
     *
     * @param actionId null where it was only tried out
     * @param unchanged how many students have the same score as before
     */
    record Outcome(
            int keyVersion,
            @Nullable UUID actionId,
            List<Moved> gains,
            List<Moved> loses,
            int unchanged) {

        Outcome {
            gains = List.copyOf(gains);
            loses = List.copyOf(loses);
        }

        Outcome by(UUID action) {
            return new Outcome(keyVersion, action, gains, loses, unchanged);
        }

        Map<String, Object> summary(Map<String, KeyChange> changes) {
            return Map.of(
                    "keyVersion", keyVersion,
                    "items", changes.keySet().stream().sorted().toList(),
                    "gains", gains.size(),
                    "loses", loses.size());
        }
    }

    /**
     * @throws SubmissionNotFound if the caller teaches no such assignment, or it has no key
     */
    KeyView show(Caller caller, AssignmentId id) {
        return tenant.in(
                caller.school(),
                () -> {
                    var assignment = access.requireTaught(caller, id);
                    var key = keys.latest(assignment).orElseThrow(SubmissionNotFound::new);
                    SortedMap<String, Rule> rules = new TreeMap<>();
                    key.keys().forEach((itemId, rule) -> rules.put(itemId, Rule.of(rule)));
                    return new KeyView(key.version(), rules, keys.revision(id));
                });
    }

    /**
     * Who would gain and who would lose.
     *
     * @throws SubmissionNotFound if there is no such assignment that the caller teaches
     * @throws InvalidAct naming every field that is wrong
     * @throws KeyNotNeeded if the assignment is of sums
     */
    Outcome tryOut(Caller caller, AssignmentId id, JsonNode body) {
        return tenant.in(
                caller.school(),
                () -> {
                    var assignment = access.requireTaught(caller, id);
                    return outcome(assignment, read(assignment, body));
                });
    }

    /**
     * Merges the changes into a new version; marks follow.
     *
     * @throws SubmissionNotFound if there is no such assignment that the caller teaches
     * @throws InvalidAct naming every field that is wrong
     * @throws KeyNotNeeded if the assignment is of sums
     */
    Outcome change(Caller caller, AssignmentId id, JsonNode body, @Nullable String ifMatch) {
        return tenant.in(
                caller.school(),
                () -> {
                    var assignment = access.requireTaught(caller, id);
                    actions.queueUp(id);
                    ETags.check(ifMatch, keys.revision(id));
                    var changes = read(assignment, body);
                    var concerned = states.ofAssignment(id);
                    states.lock(concerned);
                    var outcome = outcome(assignment, changes);
                    var action = actions.add(caller, id, Kind.KEYS, outcome.summary(changes));
                    consequences.follow(
                            assignment, concerned, () -> keys.add(caller, id, action, changes));
                    return outcome.by(action);
                });
    }

    private Map<String, KeyChange> read(Assignment assignment, JsonNode body) {
        if (assignment.kind() == AssignmentKind.ARITHMETIC) {
            throw new KeyNotNeeded();
        }
        var now = keys.latest(assignment).orElseGet(() -> new KeyVersion(1, Map.of()));
        return new KeyReader(marks.asked(assignment), marks.options(assignment), now).read(body);
    }

    private Outcome outcome(Assignment assignment, Map<String, KeyChange> changes) {
        var now = keys.latest(assignment).orElseThrow(SubmissionNotFound::new);
        var then = keys.latestWith(assignment, changes).orElseThrow(SubmissionNotFound::new);
        var papers = latest.of(assignment.id());
        var facts = marks.facts(assignment, papers.stream().map(Submission::id).toList());
        var before = WorksheetMarks.mark(facts, now);
        var after = WorksheetMarks.mark(facts, then);
        List<Moved> gains = new ArrayList<>();
        List<Moved> loses = new ArrayList<>();
        for (var paper : papers) {
            var moved =
                    new Moved(
                            paper.studentId(),
                            paper.id(),
                            score(before.get(paper.id())),
                            score(after.get(paper.id())));
            int direction = direction(moved.before(), moved.after());
            if (direction > 0) {
                gains.add(moved);
            } else if (direction < 0) {
                loses.add(moved);
            }
        }
        return new Outcome(
                then.version(), null, gains, loses, papers.size() - gains.size() - loses.size());
    }

    private static @Nullable Score score(@Nullable Marks marks) {
        return marks == null ? null : marks.score();
    }

    /** By their share of the maximum, which a new key may change too. */
    private static int direction(@Nullable Score before, @Nullable Score after) {
        var was = before == null ? new Score(BigDecimal.ZERO, BigDecimal.ONE) : before;
        var is = after == null ? new Score(BigDecimal.ZERO, BigDecimal.ONE) : after;
        return was.max().signum() == 0 || is.max().signum() == 0
                ? is.value().compareTo(was.value())
                : is.value().multiply(was.max()).compareTo(was.value().multiply(is.max()));
    }
}
