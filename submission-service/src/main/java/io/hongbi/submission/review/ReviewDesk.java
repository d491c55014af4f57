package io.hongbi.submission.review;

import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.reading.Item;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.assignment.AnswerKeys;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.marking.AskedItem;
import io.hongbi.submission.marking.Facts;
import io.hongbi.submission.marking.ItemKey;
import io.hongbi.submission.marking.KeyVersion;
import io.hongbi.submission.marking.Sighting;
import io.hongbi.submission.marking.TeacherAct.Decision;
import io.hongbi.submission.reading.SubmissionAccess;
import io.hongbi.submission.reading.SubmissionNotFound;
import io.hongbi.submission.reading.SubmissionStates;
import io.hongbi.submission.reading.SubmissionView;
import io.hongbi.submission.reading.SubmissionViews;
import io.hongbi.submission.reading.marks.MarkView;
import io.hongbi.submission.reading.marks.WorksheetMarks;
import io.hongbi.submission.review.Action.Kind;
import io.hongbi.submission.review.Claims.Claim;
import io.hongbi.submission.review.InvalidAct.Reason;
import io.hongbi.submission.review.Layers.Rule;
import io.hongbi.submission.review.Layers.Seen;
import io.hongbi.submission.review.OverrideRequest.Scope;
import io.hongbi.submission.tenant.Tenant;
import io.hongbi.submission.web.ETags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a teacher looks at one answer and decides. */
@Component
public class ReviewDesk {

    /** Of notes that is done. */
    private static final Pattern SHARE = Pattern.compile("|0(\\.[0-9]{1,4})?|1(\\.0{1,4})?");

    private final Tenant tenant;
    private final SubmissionAccess access;
    private final SubmissionStates states;
    private final SubmissionViews views;
    private final WorksheetMarks marks;
    private final AnswerKeys keys;
    private final Actions actions;
    private final Overrides overrides;
    private final Claims claims;
    private final Consequences consequences;

    ReviewDesk(
            Tenant tenant,
            SubmissionAccess access,
            SubmissionStates states,
            SubmissionViews views,
            WorksheetMarks marks,
            AnswerKeys keys,
            Actions actions,
            Overrides overrides,
            Claims claims,
            Consequences consequences) {
        this.tenant = tenant;
        this.access = access;
        this.states = states;
        this.views = views;
        this.marks = marks;
        this.keys = keys;
        this.actions = actions;
        this.overrides = overrides;
        this.claims = claims;
        this.consequences = consequences;
    }

    /**
     * What came of an override.
     *
     * @param changed how many papers have other marks now
     * @param version of the submission
     */
    public record Decided(
            UUID actionId, int changed, long version, SubmissionState state, MarkView mark) {}

    /** One answer with all around it that a decision needs. */
    private record Answer(SubmissionId id, Assignment assignment, AskedItem item) {}

    /**
     * @throws SubmissionNotFound if there is no such answer that the caller may mark
     * @throws InvalidAct if the decision cannot be
     * @throws Claimed if another teacher looks at the answer
     */
    public Decided override(
            Caller caller,
            SubmissionId id,
            String itemId,
            OverrideRequest request,
            @Nullable String ifMatch) {
        return tenant.in(
                caller.school(),
                () -> {
                    var answer = answer(caller, id, itemId);
                    boolean group = request.reach() == Scope.GROUP;
                    var concerned =
                            group ? states.ofAssignment(answer.assignment().id()) : List.of(id);
                    states.lock(concerned);
                    ETags.check(ifMatch, access.requireTaught(caller, id).version());
                    claims.requireNoOther(caller, id, itemId);
                    var decision = decision(answer, request);
                    var facts = marks.facts(answer.assignment(), concerned);
                    var seen = group ? seen(answer, facts.get(id)) : null;
                    var action =
                            actions.add(
                                    caller,
                                    answer.assignment().id(),
                                    Kind.OVERRIDE,
                                    summary(answer, seen, facts));
                    var changed =
                            consequences.follow(
                                    answer.assignment(),
                                    concerned,
                                    () ->
                                            overrides.add(
                                                    caller,
                                                    action,
                                                    answer.assignment().id(),
                                                    answer.item(),
                                                    group ? null : id,
                                                    seen,
                                                    decision,
                                                    request.remark()));
                    claims.release(caller, id, itemId);
                    var view = views.show(caller, id);
                    return new Decided(
                            action,
                            changed.size(),
                            view.version(),
                            view.state(),
                            markOf(view, itemId));
                });
    }

    /**
     * @throws SubmissionNotFound if there is no such answer that the caller may mark
     */
    Layers layers(Caller caller, SubmissionId id, String itemId) {
        return tenant.in(
                caller.school(),
                () -> {
                    var answer = answer(caller, id, itemId);
                    var view = views.show(caller, id);
                    var facts = marks.facts(answer.assignment(), List.of(id)).get(id);
                    var seen = facts == null ? null : facts.seen(answer.item()).orElse(null);
                    var key = key(answer.assignment());
                    var rule = key.keys().get(itemId);
                    return new Layers(
                            id,
                            itemId,
                            readings(view, itemId),
                            key.version(),
                            rule == null ? null : Rule.of(rule),
                            overrides.on(answer.assignment().id(), id, answer.item(), seen),
                            markOf(view, itemId));
                });
    }

    /**
     * @throws SubmissionNotFound if there is no such answer that the caller may mark
     * @throws Claimed if another teacher looks at it
     */
    Claim claim(Caller caller, SubmissionId id, String itemId) {
        return tenant.in(
                caller.school(),
                () -> {
                    answer(caller, id, itemId);
                    return claims.claim(caller, id, itemId);
                });
    }

    private Answer answer(Caller caller, SubmissionId id, String itemId) {
        var submission = access.requireTaught(caller, id);
        var assignment = access.requireTaught(caller, submission.assignmentId());
        return marks.asked(assignment, id, itemId)
                .map(item -> new Answer(id, assignment, item))
                .orElseThrow(SubmissionNotFound::new);
    }

    private Decision decision(Answer answer, OverrideRequest request) {
        var rule = key(answer.assignment()).of(answer.item());
        var decision = request.decision(rule.points());
        if (decision instanceof Decision.Response(var response)
                && !response.isEmpty()
                && answer.item().kind() == AskedItem.Kind.FREE) {
            throw new InvalidAct("/response", Reason.FREE_ANSWER);
        }
        if (decision instanceof Decision.Response(var share)
                && answer.item().kind() == AskedItem.Kind.COMPLETION
                && !SHARE.matcher(share).matches()) {
            throw new InvalidAct("/response", Reason.IMPOSSIBLE_ANSWER);
        }
        return decision;
    }

    /** Illegible answers and free ones look alike to the machine, and are not. */
    private static Sighting seen(Answer answer, @Nullable Facts facts) {
        return (facts == null ? Optional.<Sighting>empty() : facts.seen(answer.item()))
                .filter(_ -> answer.item().kind() != AskedItem.Kind.COMPLETION)
                .filter(seen -> seen.response() != null || seen.state() == Item.State.BLANK)
                .orElseThrow(() -> new InvalidAct("/scope", Reason.NO_GROUP));
    }

    private static Map<String, Object> summary(
            Answer answer, @Nullable Sighting seen, Map<SubmissionId, Facts> facts) {
        Map<String, Object> summary = new HashMap<>();
        summary.put("itemId", answer.item().itemId());
        if (answer.item().expression() != null) {
            summary.put("expression", answer.item().expression());
        }
        if (seen == null) {
            summary.put("scope", "one");
            summary.put("submissionId", answer.id().toString());
        } else {
            summary.put("scope", "group");
            summary.put(
                    "submissions",
                    facts.values().stream().filter(each -> each.shows(seen)).count());
        }
        return summary;
    }

    private KeyVersion key(Assignment assignment) {
        return keys.latest(assignment)
                .orElseGet(() -> new KeyVersion(1, Map.<String, ItemKey>of()));
    }

    private static List<Seen> readings(SubmissionView view, String itemId) {
        return view.pages().stream()
                .flatMap(page -> {
                    var reading = page.reading();
                    return reading == null
                            ? Stream.empty()
                            : reading.items().stream()
                                    .filter(item -> item.itemId().equals(itemId))
                                    .map(item ->
                                            new Seen(page.number(), reading.readerVersion(), item));
                })
                .toList();
    }

    private static MarkView markOf(SubmissionView view, String itemId) {
        return view.marks().stream()
                .filter(mark -> mark.itemId().equals(itemId))
                .findFirst()
                .orElseThrow(SubmissionNotFound::new);
    }
}
