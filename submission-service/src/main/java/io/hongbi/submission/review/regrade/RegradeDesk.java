package io.hongbi.submission.review.regrade;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import io.hongbi.platform.security.Role;
import io.hongbi.submission.reading.LatestSubmissions;
import io.hongbi.submission.reading.Submission;
import io.hongbi.submission.reading.SubmissionAccess;
import io.hongbi.submission.reading.SubmissionNotFound;
import io.hongbi.submission.reading.SubmissionView.ReadItem;
import io.hongbi.submission.reading.SubmissionViews;
import io.hongbi.submission.reading.marks.MarkView;
import io.hongbi.submission.review.InvalidAct;
import io.hongbi.submission.review.ReviewDesk;
import io.hongbi.submission.review.regrade.RegradeRefused.Why;
import io.hongbi.submission.review.regrade.RegradeRequest.State;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.submission.web.Cursor;
import io.hongbi.submission.web.ETags;
import io.hongbi.submission.web.Listing;
import io.hongbi.submission.web.Window;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where students ask for a second look, and teachers answer. */
@Component
class RegradeDesk {

    private final Tenant tenant;
    private final SubmissionAccess access;
    private final LatestSubmissions latest;
    private final SubmissionViews views;
    private final RegradeRequests requests;
    private final ReviewDesk review;
    private final RegradeProperties properties;

    RegradeDesk(
            Tenant tenant,
            SubmissionAccess access,
            LatestSubmissions latest,
            SubmissionViews views,
            RegradeRequests requests,
            ReviewDesk review,
            RegradeProperties properties) {
        this.tenant = tenant;
        this.access = access;
        this.latest = latest;
        this.views = views;
        this.requests = requests;
        this.review = review;
        this.properties = properties;
    }

    /** What the machine saw on one photo, with the picture of it. */
    record Seen(int page, String readerVersion, ReadItem item) {}

    /**
     * A request with its evidence, as far as whoever asks may see it.
     *
     * @param mark as it is now; null where there is none in sight
     */
    record Evident(RegradeRequest request, List<Seen> readings, @Nullable MarkView mark) {

        Evident {
            readings = List.copyOf(readings);
        }
    }

    /**
     * @throws SubmissionNotFound if the caller has no such answer
     * @throws RegradeRefused if the mark is not released, it is too late, or one is open already
     */
    Evident ask(Caller caller, SubmissionId id, String itemId, RegradeAsked asked) {
        return tenant.in(
                caller.school(),
                () -> {
                    var submission = own(caller, id);
                    var reason = asked.checked();
                    requireVisible(caller, submission, itemId);
                    var request =
                            requests.add(submission, itemId, reason)
                                    .orElseThrow(() -> new RegradeRefused(Why.ALREADY_OPEN));
                    return evident(caller, request);
                });
    }

    /**
     * @throws RegradeNotFound if there is none that the caller may see
     */
    Evident show(Caller caller, UUID id) {
        return tenant.in(caller.school(), () -> evident(caller, visible(caller, id)));
    }

    /**
     * The oldest first.
     *
     * @param state null means any
     * @throws SubmissionNotFound if there is no such assignment that the caller teaches
     */
    Listing<Evident> list(Caller caller, AssignmentId id, @Nullable State state, Window window) {
        return tenant.in(
                caller.school(),
                () -> {
                    access.requireTaught(caller, id);
                    return Listing.of(
                                    window,
                                    requests.list(id, state, window),
                                    request -> Cursor.after(request.id()))
                            .map(request -> evident(caller, request));
                });
    }

    /**
     * @throws SubmissionNotFound if there is no such submission that the caller may see
     */
    List<Evident> of(Caller caller, SubmissionId id) {
        return tenant.in(
                caller.school(),
                () -> {
                    access.require(caller, id);
                    return requests.of(id).stream()
                            .map(request -> evident(caller, request))
                            .toList();
                });
    }

    /**
     * @throws RegradeNotFound if there is none that the caller may decide
     * @throws RegradeRefused if it is decided already
     * @throws InvalidAct if the decision cannot be
     */
    Evident decide(Caller caller, UUID id, @Nullable String ifMatch, RegradeDecision decision) {
        return tenant.in(
                caller.school(),
                () -> {
                    requireTaught(caller, requests.find(id).orElseThrow(RegradeNotFound::new));
                    var request = requests.lock(id).orElseThrow(RegradeNotFound::new);
                    ETags.check(ifMatch, request.version());
                    if (request.state() != State.OPEN) {
                        throw new RegradeRefused(Why.ALREADY_DECIDED);
                    }
                    var act = decision.act();
                    var action =
                            act == null
                                    ? null
                                    : review.override(
                                                    caller,
                                                    request.submissionId(),
                                                    request.itemId(),
                                                    act,
                                                    null)
                                            .actionId();
                    return evident(
                            caller,
                            requests.decide(caller, id, decision.end(), decision.remark(), action));
                });
    }

    private Submission own(Caller caller, SubmissionId id) {
        var submission = access.require(caller, id);
        if (!submission.studentId().equals(caller.id())) {
            throw new SubmissionNotFound();
        }
        return submission;
    }

    /** Whether the student sees a mark there, and not for too long. */
    private void requireVisible(Caller caller, Submission submission, String itemId) {
        var counting =
                latest.of(submission.assignmentId(), List.of(submission.studentId()))
                        .get(submission.studentId());
        if (counting != null && !counting.id().equals(submission.id())) {
            throw new RegradeRefused(Why.NOT_THE_LATEST);
        }
        var view = views.show(caller, submission.id());
        if (view.marks().isEmpty()) {
            throw new RegradeRefused(Why.NOT_RELEASED);
        }
        var mark =
                view.marks().stream()
                        .filter(each -> each.itemId().equals(itemId))
                        .findFirst()
                        .orElseThrow(SubmissionNotFound::new);
        if (mark.mark() == null) {
            throw new RegradeRefused(Why.NOT_RELEASED);
        }
        var until = requests.visibleSince(submission, itemId).plus(properties.window());
        if (!Instant.now().isBefore(until)) {
            throw new RegradeRefused(Why.WINDOW_OVER);
        }
    }

    private RegradeRequest visible(Caller caller, UUID id) {
        var request = requests.find(id).orElseThrow(RegradeNotFound::new);
        boolean own = caller.is(Role.STUDENT) && isOf(request, caller.id());
        if (!own) {
            requireTaught(caller, request);
        }
        return request;
    }

    private static boolean isOf(RegradeRequest request, PersonId person) {
        return request.studentId().equals(person);
    }

    private void requireTaught(Caller caller, RegradeRequest request) {
        try {
            access.requireTaught(caller, request.assignmentId());
        } catch (SubmissionNotFound e) {
            throw new RegradeNotFound();
        }
    }

    private Evident evident(Caller caller, RegradeRequest request) {
        var view = views.show(caller, request.submissionId());
        var seen =
                view.pages().stream()
                        .<Seen>mapMulti((page, found) -> {
                            var reading = page.reading();
                            if (reading != null) {
                                reading.items().stream()
                                        .filter(item -> item.itemId().equals(request.itemId()))
                                        .map(item ->
                                                new Seen(
                                                        page.number(),
                                                        reading.readerVersion(),
                                                        item))
                                        .forEach(found);
                            }
                        })
                        .toList();
        var mark =
                view.marks().stream()
                        .filter(each -> each.itemId().equals(request.itemId()))
                        .findFirst()
                        .orElse(null);
        return new Evident(request, seen, mark);
    }
}
