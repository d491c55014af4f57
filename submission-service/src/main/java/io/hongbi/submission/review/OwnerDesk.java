package io.hongbi.submission.review;

import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.reading.SheetOwners;
import io.hongbi.submission.reading.SubmissionAccess;
import io.hongbi.submission.reading.SubmissionNotFound;
import io.hongbi.submission.reading.SubmissionStates;
import io.hongbi.submission.reading.SubmissionStates.Change;
import io.hongbi.submission.review.Action.Kind;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.submission.web.ETags;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a teacher says whether a sheet is the student's. */
@Component
class OwnerDesk {

    private final Tenant tenant;
    private final SubmissionAccess access;
    private final SubmissionStates states;
    private final SheetOwners owners;
    private final Actions actions;

    OwnerDesk(
            Tenant tenant,
            SubmissionAccess access,
            SubmissionStates states,
            SheetOwners owners,
            Actions actions) {
        this.tenant = tenant;
        this.access = access;
        this.states = states;
        this.owners = owners;
        this.actions = actions;
    }

    /**
     * What came of it.
     *
     * @param version of the submission
     */
    record Said(UUID actionId, long version, SubmissionState state) {}

    /**
     * @param number of the photo in the submission
     * @throws SubmissionNotFound if there is no such photo of a worksheet that the caller may mark
     */
    Said say(
            Caller caller, SubmissionId id, int number, boolean belongs, @Nullable String ifMatch) {
        return tenant.in(
                caller.school(),
                () -> {
                    var assignment = access.requireTaught(caller, id).assignmentId();
                    actions.queueUp(assignment);
                    var page = owners.inPlace(id, number).orElseThrow(SubmissionNotFound::new);
                    owners.lock(page);
                    states.lock(List.of(id));
                    ETags.check(ifMatch, access.requireTaught(caller, id).version());
                    var summary =
                            Map.of(
                                    "submissionId",
                                    id.toString(),
                                    "pageId",
                                    page.toString(),
                                    "page",
                                    number,
                                    "belongs",
                                    belongs);
                    var action = actions.add(caller, assignment, Kind.OWNER, summary);
                    owners.say(caller, action, page, belongs);
                    owners.settle(page);
                    states.refresh(List.of(id), Change.VISIBLE);
                    var now = access.requireTaught(caller, id);
                    return new Said(action, now.version(), now.state());
                });
    }
}
