package io.hongbi.submission.gradebook;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.assignment.Assignment.Release;
import io.hongbi.submission.reading.LatestSubmissions;
import io.hongbi.submission.reading.Submission;
import io.hongbi.submission.reading.SubmissionAccess;
import io.hongbi.submission.reading.SubmissionNotFound;
import io.hongbi.submission.reading.SubmissionStates;
import io.hongbi.submission.reading.SubmissionStates.Change;
import io.hongbi.submission.reading.marks.WorksheetMarks;
import io.hongbi.submission.review.Action.Kind;
import io.hongbi.submission.review.Actions;
import io.hongbi.submission.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows marks to students, and takes them back. */
@Component
class ReleaseDesk {

    private final Tenant tenant;
    private final SubmissionAccess access;
    private final SubmissionStates states;
    private final LatestSubmissions latest;
    private final WorksheetMarks marks;
    private final Actions actions;
    private final ReleaseSchedule schedule;

    ReleaseDesk(
            Tenant tenant,
            SubmissionAccess access,
            SubmissionStates states,
            LatestSubmissions latest,
            WorksheetMarks marks,
            Actions actions,
            ReleaseSchedule schedule) {
        this.tenant = tenant;
        this.access = access;
        this.states = states;
        this.latest = latest;
        this.marks = marks;
        this.actions = actions;
        this.schedule = schedule;
    }

    /**
     * What students see from now on.
     *
     * @param actionId null where it was so before
     */
    record Released(boolean released, @Nullable UUID actionId) {}

    /**
     * From now on students see every mark as soon as it is known.
     *
     * @throws SubmissionNotFound if there is no such assignment that the caller teaches
     * @throws NothingToRelease if no mark is known
     */
    Released release(Caller caller, AssignmentId id) {
        return tenant.in(
                caller.school(),
                () -> {
                    var assignment = queuedUp(caller, id);
                    if (!isAnyMarked(assignment)) {
                        throw new NothingToRelease();
                    }
                    return act(caller, assignment, Kind.RELEASE, Release.AUTOMATIC);
                });
    }

    /**
     * From now on students see no marks.
     *
     * @throws SubmissionNotFound if there is no such assignment that the caller teaches
     */
    Released takeBack(Caller caller, AssignmentId id) {
        return tenant.in(
                caller.school(),
                () -> act(caller, queuedUp(caller, id), Kind.UNRELEASE, Release.MANUAL));
    }

    /**
     * Releases what is due by the time set for it, unless somebody else has seen to it by now.
     * Marks that are not known yet are shown once they are.
     *
     * @return whether it did
     */
    boolean releaseIfDue(SchoolId school, AssignmentId id) {
        return tenant.in(
                school,
                () -> {
                    actions.queueUp(id);
                    var assignment = schedule.take(id).orElse(null);
                    if (assignment == null || assignment.releaseInForce() == Release.AUTOMATIC) {
                        return false;
                    }
                    act(
                            assignment,
                            papers ->
                                    actions.addScheduledRelease(
                                            school,
                                            id,
                                            Map.of("submissions", papers, "scheduled", true)));
                    return true;
                });
    }

    private Assignment queuedUp(Caller caller, AssignmentId id) {
        access.requireTaught(caller, id);
        actions.queueUp(id);
        return access.requireTaught(caller, id);
    }

    private Released act(Caller caller, Assignment assignment, Kind kind, Release wanted) {
        var action =
                assignment.releaseInForce() == wanted
                        ? null
                        : act(
                                assignment,
                                papers ->
                                        actions.add(
                                                caller,
                                                assignment.id(),
                                                kind,
                                                Map.of("submissions", papers)));
        return new Released(wanted == Release.AUTOMATIC, action);
    }

    /**
     * @param adding adds the action, told how many papers there are
     */
    private UUID act(Assignment assignment, IntFunction<UUID> adding) {
        var all = states.ofAssignment(assignment.id());
        states.lock(all);
        var action = adding.apply(all.size());
        states.refresh(all, Change.VISIBLE);
        return action;
    }

    /** Notes may have no marks; what is read can be shown. */
    private boolean isAnyMarked(Assignment assignment) {
        List<Submission> papers = latest.of(assignment.id());
        return assignment.kind() == AssignmentKind.NOTES
                ? papers.stream()
                        .anyMatch(paper ->
                                paper.state() == SubmissionState.GRADED
                                        || paper.state() == SubmissionState.RELEASED)
                : marks
                        .of(assignment, papers.stream().map(Submission::id).toList())
                        .values()
                        .stream()
                        .anyMatch(marked -> marked.score() != null);
    }
}
