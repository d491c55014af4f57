package io.hongbi.submission.review;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.reading.SheetOwners;
import io.hongbi.submission.reading.SubmissionAccess;
import io.hongbi.submission.reading.SubmissionNotFound;
import io.hongbi.submission.reading.SubmissionStates;
import io.hongbi.submission.reading.SubmissionStates.Change;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.submission.web.Cursor;
import io.hongbi.submission.web.Listing;
import io.hongbi.submission.web.Window;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where what was done is looked at, and undone. */
@Component
class ActionDesk {

    private final Tenant tenant;
    private final SubmissionAccess access;
    private final SubmissionStates states;
    private final Actions actions;
    private final Consequences consequences;
    private final SheetOwners owners;

    ActionDesk(
            Tenant tenant,
            SubmissionAccess access,
            SubmissionStates states,
            Actions actions,
            Consequences consequences,
            SheetOwners owners) {
        this.tenant = tenant;
        this.access = access;
        this.states = states;
        this.actions = actions;
        this.consequences = consequences;
        this.owners = owners;
    }

    /**
     * What came of an undoing.
     *
     * @param action the undoing, which can be undone itself
     * @param changed how many submissions look different now
     */
    record Undoing(Action action, int changed) {}

    /**
     * @throws SubmissionNotFound if there is no such assignment that the caller teaches
     */
    Listing<Action> list(Caller caller, AssignmentId id, Window window) {
        return tenant.in(
                caller.school(),
                () -> {
                    access.requireTaught(caller, id);
                    return Listing.of(
                            window, actions.list(id, window), action -> Cursor.after(action.id()));
                });
    }

    /**
     * @throws ActionNotFound if there is none such
     * @throws SubmissionNotFound if the caller does not teach the assignment's class
     * @throws AlreadyUndone if it is undone at present
     */
    Undoing undo(Caller caller, UUID id) {
        return tenant.in(
                caller.school(),
                () -> {
                    var assignment = assignmentOf(caller, id);
                    actions.queueUp(assignment.id());
                    var action = actions.find(id).orElseThrow(ActionNotFound::new);
                    if (action.undone()) {
                        throw new AlreadyUndone();
                    }
                    var concerned = concerned(action);
                    if (action.page() != null) {
                        owners.lock(action.page());
                    }
                    states.lock(concerned);
                    return undo(caller, assignment, action, concerned);
                });
    }

    private Undoing undo(
            Caller caller,
            Assignment assignment,
            Action action,
            Collection<SubmissionId> concerned) {
        var undoing = new UUID[1];
        var changed =
                consequences.follow(
                        assignment,
                        concerned,
                        () ->
                                undoing[0] =
                                        actions.undo(
                                                caller, action, actions.lastOfChain(action.id())));
        int count = changed.size();
        if (action.page() != null) {
            owners.settle(action.page());
        }
        if (action.page() != null || action.aboutRelease()) {
            states.refresh(concerned, Change.VISIBLE);
            count = concerned.size();
        }
        return new Undoing(actions.find(undoing[0]).orElseThrow(ActionNotFound::new), count);
    }

    private Assignment assignmentOf(Caller caller, UUID id) {
        var action = actions.find(id).orElseThrow(ActionNotFound::new);
        return access.requireTaught(caller, action.assignmentId());
    }

    private Collection<SubmissionId> concerned(Action action) {
        return action.summary().get("submissionId") instanceof String one
                ? List.of(SubmissionId.of(one))
                : states.ofAssignment(action.assignmentId());
    }
}
