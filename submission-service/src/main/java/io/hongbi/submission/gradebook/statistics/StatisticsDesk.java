package io.hongbi.submission.gradebook.statistics;

import io.hongbi.common.event.SubmissionState;
import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.gradebook.Roll;
import io.hongbi.submission.gradebook.Roll.Entry;
import io.hongbi.submission.gradebook.Roll.Heading;
import io.hongbi.submission.gradebook.statistics.ItemAnalysis.Answer;
import io.hongbi.submission.gradebook.statistics.Statistics.Completion;
import io.hongbi.submission.gradebook.statistics.Statistics.ItemFigures;
import io.hongbi.submission.gradebook.statistics.Statistics.Turnout;
import io.hongbi.submission.marking.Mark;
import io.hongbi.submission.marking.Marks;
import io.hongbi.submission.marking.Verdict;
import io.hongbi.submission.reading.SubmissionNotFound;
import io.hongbi.submission.reading.marks.CompletionShares;
import io.hongbi.submission.tenant.Tenant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Works out the figures of a class. */
@Component
class StatisticsDesk {

    private final Tenant tenant;
    private final Roll roll;
    private final CompletionShares shares;

    StatisticsDesk(Tenant tenant, Roll roll, CompletionShares shares) {
        this.tenant = tenant;
        this.roll = roll;
        this.shares = shares;
    }

    /**
     * @throws SubmissionNotFound if there is no such assignment that the caller teaches
     */
    Statistics show(Caller caller, AssignmentId id) {
        var heading = roll.open(caller, id);
        var gathered = new Gathered();
        roll.forEach(heading, gathered::add);
        var key = heading.key();
        return new Statistics(
                key == null ? null : key.version(),
                gathered.turnout(),
                ScoreFigures.of(gathered.marked),
                completion(caller, gathered),
                items(heading, gathered.marked));
    }

    /** What is remembered of each student. */
    private static final class Gathered {

        private final List<PersonId> missing = new ArrayList<>();
        private final Map<SubmissionState, Integer> states = new EnumMap<>(SubmissionState.class);
        private final List<SubmissionId> papers = new ArrayList<>();
        private final List<Marks> marked = new ArrayList<>();

        void add(Entry student) {
            var paper = student.paper();
            if (paper == null) {
                missing.add(student.studentId());
                return;
            }
            papers.add(paper.id());
            states.merge(paper.state(), 1, Integer::sum);
            var marks = student.marks();
            if (marks != null) {
                marked.add(marks);
            }
        }

        Turnout turnout() {
            return new Turnout(papers.size() + missing.size(), papers.size(), states, missing);
        }
    }

    private @Nullable Completion completion(Caller caller, Gathered gathered) {
        var read =
                tenant.in(caller.school(), () -> shares.of(gathered.papers)).values().stream()
                        .toList();
        return CompletionFigures.of(
                read.isEmpty()
                        ? gathered.marked.stream()
                                .map(StatisticsDesk::answered)
                                .filter(share -> !share.isNaN())
                                .toList()
                        : read);
    }

    /** Share of the items in sight that are not blank; NaN where none is in sight. */
    private static Double answered(Marks marks) {
        return marks.marks().stream()
                .filter(mark -> mark.page() != null)
                .mapToDouble(mark -> mark.verdict() == Verdict.BLANK ? 0 : 1)
                .average()
                .orElse(Double.NaN);
    }

    private static List<ItemFigures> items(Heading heading, List<Marks> marked) {
        var key = heading.key();
        var figures = new ArrayList<ItemFigures>();
        for (int i = 0; i < heading.asked().size(); i++) {
            int index = i;
            var itemId = heading.asked().get(i).itemId();
            var answers =
                    marked.stream()
                            .map(each ->
                                    new Answer(each.marks().get(index), rest(each.marks(), index)))
                            .toList();
            figures.add(
                    new ItemAnalysis(
                                    itemId,
                                    key == null ? null : key.keys().get(itemId),
                                    heading.options().getOrDefault(itemId, List.of()),
                                    answers)
                            .figures());
        }
        return figures;
    }

    /** Share of the points of the others that count and are marked; null where there is none. */
    private static @Nullable Double rest(List<Mark> marks, int without) {
        double won = 0;
        double all = 0;
        for (int i = 0; i < marks.size(); i++) {
            var mark = marks.get(i).mark();
            if (i != without && mark != null) {
                won += mark.doubleValue();
                all += marks.get(i).max().doubleValue();
            }
        }
        return all > 0 ? won / all : null;
    }
}
