package io.hongbi.submission.gradebook.notes;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.reading.Completion;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.gradebook.notes.ExcellentNote.Code;
import io.hongbi.submission.gradebook.notes.ExcellentNote.Reason;
import io.hongbi.submission.gradebook.notes.NoteRows.Said;
import io.hongbi.submission.marking.CompletionRule;
import io.hongbi.submission.reading.LatestSubmissions;
import io.hongbi.submission.reading.Submission;
import io.hongbi.submission.reading.SubmissionAccess;
import io.hongbi.submission.reading.SubmissionNotFound;
import io.hongbi.submission.reading.marks.CompletionShares;
import io.hongbi.submission.tenant.Tenant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Where excellent notes are found, named and withdrawn. */
@Component
class NoteDesk {

    /** Of fewer papers a quarter says nothing. */
    private static final int FEWEST = 4;

    private final Tenant tenant;
    private final SubmissionAccess access;
    private final LatestSubmissions latest;
    private final CompletionShares shares;
    private final NoteRows rows;
    private final MessageSource texts;

    NoteDesk(
            Tenant tenant,
            SubmissionAccess access,
            LatestSubmissions latest,
            CompletionShares shares,
            NoteRows rows,
            MessageSource texts) {
        this.tenant = tenant;
        this.access = access;
        this.latest = latest;
        this.shares = shares;
        this.rows = rows;
        this.texts = texts;
    }

    /**
     * What was seen of a class.
     *
     * @param neatFrom the neatness of the upper quarter; null where it cannot be told
     */
    private record SeenClass(
            Assignment assignment,
            Map<SubmissionId, Double> shares,
            Map<SubmissionId, Double> neatness,
            @Nullable Double neatFrom,
            Map<SubmissionId, Said> said) {}

    /**
     * Candidates and those that were called excellent, the neatest first.
     *
     * @throws SubmissionNotFound if there are no such notes that the caller teaches
     */
    List<ExcellentNote> list(Caller caller, AssignmentId id) {
        return tenant.in(
                caller.school(),
                () -> {
                    var assignment = notes(access.requireTaught(caller, id));
                    var papers = latest.of(id);
                    var seen = seen(assignment, papers);
                    return papers.stream()
                            .sorted(
                                    Comparator.comparingDouble(paper ->
                                            -seen.neatness().getOrDefault(paper.id(), 0.0)))
                            .map(paper -> note(paper, seen))
                            .filter(note ->
                                    !note.reasons().isEmpty()
                                            || note.excellent()
                                            || note.withdrawn())
                            .toList();
                });
    }

    /**
     * @throws SubmissionNotFound if the caller teaches no such notes
     * @throws NoteWithdrawn if the student has the last word
     */
    ExcellentNote tick(Caller caller, AssignmentId id, SubmissionId paper, boolean excellent) {
        return tenant.in(
                caller.school(),
                () -> {
                    var assignment = notes(access.requireTaught(caller, id));
                    var submission = access.requireTaught(caller, paper);
                    if (!submission.assignmentId().equals(id)) {
                        throw new SubmissionNotFound();
                    }
                    if (!rows.tick(caller, paper, excellent)) {
                        throw new NoteWithdrawn();
                    }
                    return note(submission, seen(assignment, latest.of(id)));
                });
    }

    /**
     * What a student's own notes are called; without the reasons, which speak of others too.
     *
     * @throws SubmissionNotFound if the caller has no such notes
     */
    ExcellentNote own(Caller caller, SubmissionId id) {
        return tenant.in(caller.school(), () -> own(ownPaper(caller, id)));
    }

    /**
     * @throws SubmissionNotFound if the caller has no such notes
     */
    ExcellentNote withdraw(Caller caller, SubmissionId id, boolean withdrawn) {
        return tenant.in(
                caller.school(),
                () -> {
                    var paper = ownPaper(caller, id);
                    rows.withdraw(caller, id, withdrawn);
                    return own(paper);
                });
    }

    private Submission ownPaper(Caller caller, SubmissionId id) {
        var paper = access.require(caller, id);
        if (!paper.studentId().equals(caller.id()) || paper.kind() != AssignmentKind.NOTES) {
            throw new SubmissionNotFound();
        }
        return paper;
    }

    private ExcellentNote own(Submission paper) {
        var said = rows.said(List.of(paper.id())).getOrDefault(paper.id(), Said.NOTHING);
        return note(paper, said, List.of());
    }

    private static Assignment notes(Assignment assignment) {
        if (assignment.kind() != AssignmentKind.NOTES) {
            throw new SubmissionNotFound();
        }
        return assignment;
    }

    private SeenClass seen(Assignment assignment, List<Submission> papers) {
        var ids = papers.stream().map(Submission::id).toList();
        var neatness = rows.neatness(ids);
        return new SeenClass(
                assignment,
                shares.of(ids),
                neatness,
                upperQuarter(neatness.values()),
                rows.said(ids));
    }

    private static @Nullable Double upperQuarter(Collection<Double> neatness) {
        return neatness.size() < FEWEST
                ? null
                : neatness.stream().sorted().toList().get(neatness.size() * 3 / 4);
    }

    private ExcellentNote note(Submission paper, SeenClass seen) {
        return note(
                paper, seen.said().getOrDefault(paper.id(), Said.NOTHING), reasons(paper, seen));
    }

    private static ExcellentNote note(Submission paper, Said said, List<Reason> reasons) {
        return new ExcellentNote(
                paper.id(),
                paper.studentId(),
                said.ticked() && !said.withdrawn(),
                said.withdrawn(),
                reasons);
    }

    /** Complete and neat, both; that they came in time speaks for them too. */
    private List<Reason> reasons(Submission paper, SeenClass seen) {
        var share = seen.shares().get(paper.id());
        var neatness = seen.neatness().get(paper.id());
        var neatFrom = seen.neatFrom();
        if (share == null
                || neatness == null
                || neatFrom == null
                || neatness < neatFrom
                || CompletionRule.valueOf(share) != Completion.Value.COMPLETE) {
            return List.of();
        }
        var reasons = new ArrayList<Reason>();
        reasons.add(reason(Code.COMPLETE, share));
        reasons.add(reason(Code.NEAT, neatness));
        var dueAt = seen.assignment().dueAt();
        if (dueAt != null && !paper.receivedAt().isAfter(dueAt)) {
            reasons.add(reason(Code.ON_TIME, null));
        }
        return reasons;
    }

    private Reason reason(Code code, @Nullable Double value) {
        var key = "note." + code.name().toLowerCase(Locale.ROOT).replace('_', '-');
        var percent = value == null ? 0 : Math.round(value * 100);
        return new Reason(
                code,
                value == null ? null : BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP),
                texts.getMessage(key, new Object[] {percent}, LocaleContextHolder.getLocale()));
    }
}
