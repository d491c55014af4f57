package io.hongbi.submission.review.queue;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.assignment.AnswerKeys;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.marking.Mark;
import io.hongbi.submission.marking.Marks;
import io.hongbi.submission.reading.LatestSubmissions;
import io.hongbi.submission.reading.Submission;
import io.hongbi.submission.reading.SubmissionAccess;
import io.hongbi.submission.reading.SubmissionNotFound;
import io.hongbi.submission.reading.marks.WorksheetMarks;
import io.hongbi.submission.review.queue.SeenAnswers.Reading;
import io.hongbi.submission.review.queue.SeenAnswers.Seen;
import io.hongbi.submission.tenant.Tenant;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Once a teacher has said that the machine misread an answer, others may be misread in the same
 * way: those of the same item where it saw the same, no surer than there, and nobody has decided
 * yet.
 */
@Component
class LookAlikes {

    private static final Comparator<LookAlike> LEAST_SURE =
            Comparator.<LookAlike>comparingDouble(each -> each.reading().confidence())
                    .thenComparing(each -> each.submissionId().toString());

    private final Tenant tenant;
    private final SubmissionAccess access;
    private final LatestSubmissions latest;
    private final WorksheetMarks marks;
    private final AnswerKeys keys;
    private final SeenAnswers answers;

    LookAlikes(
            Tenant tenant,
            SubmissionAccess access,
            LatestSubmissions latest,
            WorksheetMarks marks,
            AnswerKeys keys,
            SeenAnswers answers) {
        this.tenant = tenant;
        this.access = access;
        this.latest = latest;
        this.marks = marks;
        this.keys = keys;
        this.answers = answers;
    }

    /**
     * An answer to look at again.
     *
     * @param cropUrl works for five minutes; null where there is no picture of it
     */
    record LookAlike(
            SubmissionId submissionId,
            PersonId studentId,
            String itemId,
            @Nullable URI cropUrl,
            Reading reading) {}

    /**
     * The least sure first; nothing where the answer is not known to be misread.
     *
     * @throws SubmissionNotFound if there is no such answer that the caller may mark
     */
    List<LookAlike> of(Caller caller, SubmissionId id, String itemId) {
        return tenant.in(
                caller.school(),
                () -> {
                    var submission = access.requireTaught(caller, id);
                    var assignment = access.requireTaught(caller, submission.assignmentId());
                    var here = markOf(marked(assignment, List.of(id)).get(id), itemId);
                    if (here == null) {
                        throw new SubmissionNotFound();
                    }
                    var seen = seenOf(answers.of(List.of(id)), id, itemId);
                    return seen != null && isMisread(here, seen)
                            ? among(assignment, id, itemId, seen)
                            : List.of();
                });
    }

    private static boolean isMisread(Mark mark, Seen seen) {
        return mark.layer() == Mark.Layer.TEACHER
                && seen.item().response() != null
                && !Objects.equals(mark.response(), seen.item().response());
    }

    private List<LookAlike> among(
            Assignment assignment, SubmissionId id, String itemId, Seen misread) {
        var others =
                latest.of(assignment.id()).stream()
                        .filter(paper -> !paper.id().equals(id))
                        .toList();
        var ids = others.stream().map(Submission::id).toList();
        var seen = answers.of(ids);
        var marked = marked(assignment, ids);
        return others.stream()
                .<LookAlike>mapMulti((paper, found) -> {
                    var other = seenOf(seen, paper.id(), itemId);
                    var mark = markOf(marked.get(paper.id()), itemId);
                    if (other != null
                            && mark != null
                            && mark.layer() == Mark.Layer.MACHINE
                            && looksLike(other, misread)) {
                        found.accept(
                                new LookAlike(
                                        paper.id(),
                                        paper.studentId(),
                                        itemId,
                                        answers.cropUrl(other),
                                        Reading.of(other)));
                    }
                })
                .sorted(LEAST_SURE)
                .toList();
    }

    private static boolean looksLike(Seen other, Seen misread) {
        return Objects.equals(other.item().response(), misread.item().response())
                && other.item().confidence().value() <= misread.item().confidence().value();
    }

    private Map<SubmissionId, Marks> marked(Assignment assignment, List<SubmissionId> ids) {
        return keys.latest(assignment)
                .map(key -> WorksheetMarks.mark(marks.facts(assignment, ids), key))
                .orElse(Map.of());
    }

    private static @Nullable Mark markOf(@Nullable Marks marks, String itemId) {
        return marks == null
                ? null
                : marks.marks().stream()
                        .filter(mark -> mark.itemId().equals(itemId))
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable Seen seenOf(
            Map<SubmissionId, Map<String, Seen>> seen, SubmissionId id, String itemId) {
        return seen.getOrDefault(id, Map.of()).get(itemId);
    }
}
