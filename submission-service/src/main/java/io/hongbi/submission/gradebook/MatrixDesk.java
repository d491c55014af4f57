package io.hongbi.submission.gradebook;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.assignment.AnswerKeys;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.gradebook.Matrix.Column;
import io.hongbi.submission.gradebook.Matrix.Row;
import io.hongbi.submission.marking.AskedItem;
import io.hongbi.submission.marking.KeyVersion;
import io.hongbi.submission.marking.Mark;
import io.hongbi.submission.marking.Marks;
import io.hongbi.submission.marking.Verdict;
import io.hongbi.submission.reading.LatestSubmissions;
import io.hongbi.submission.reading.Submission;
import io.hongbi.submission.reading.SubmissionAccess;
import io.hongbi.submission.reading.SubmissionNotFound;
import io.hongbi.submission.reading.marks.WorksheetMarks;
import io.hongbi.submission.tenant.Tenant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Puts the matrix of a class together. */
@Component
class MatrixDesk {

    private final Tenant tenant;
    private final SubmissionAccess access;
    private final LatestSubmissions latest;
    private final WorksheetMarks marks;
    private final AnswerKeys keys;
    private final Changes changes;
    private final JdbcClient jdbc;

    MatrixDesk(
            Tenant tenant,
            SubmissionAccess access,
            LatestSubmissions latest,
            WorksheetMarks marks,
            AnswerKeys keys,
            Changes changes,
            JdbcClient jdbc) {
        this.tenant = tenant;
        this.access = access;
        this.latest = latest;
        this.marks = marks;
        this.keys = keys;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    /**
     * @param since only students whose marks may be others from then on; null means all
     * @throws SubmissionNotFound if the caller teaches no such assignment, or it has no key
     */
    Matrix show(Caller caller, AssignmentId id, @Nullable Instant since) {
        return tenant.in(
                caller.school(),
                () -> {
                    var assignment = access.requireTaught(caller, id);
                    var key = keys.latest(assignment).orElseThrow(SubmissionNotFound::new);
                    var asOf = changes.asOf(); // before anything is looked at
                    return matrix(assignment, key, since, asOf);
                });
    }

    private Matrix matrix(
            Assignment assignment, KeyVersion key, @Nullable Instant since, Instant asOf) {
        var asked = marks.asked(assignment);
        var students = new ArrayList<>(students(assignment));
        if (since != null) {
            students.retainAll(changes.since(assignment, since));
        }
        var concerned = Set.copyOf(students);
        Map<PersonId, Submission> papers =
                latest.of(assignment.id()).stream()
                        .filter(paper -> concerned.contains(paper.studentId()))
                        .collect(Collectors.toMap(Submission::studentId, paper -> paper));
        var ids = papers.values().stream().map(Submission::id).toList();
        var marked = WorksheetMarks.mark(marks.facts(assignment, ids), key);
        var rows =
                students.stream()
                        .map(student -> row(student, papers.get(student), marked, asked.size()))
                        .toList();
        return new Matrix(
                key.version(),
                columns(asked, key, since == null ? marked.values() : List.of()),
                rows,
                asOf);
    }

    private static Row row(
            PersonId student,
            @Nullable Submission paper,
            Map<SubmissionId, Marks> marked,
            int items) {
        var marks = paper == null ? null : marked.get(paper.id());
        return new Row(
                student,
                paper == null ? null : paper.id(),
                paper == null ? null : paper.state(),
                marks == null ? null : marks.score(),
                marks == null || items == 0 ? nothing(items) : values(marks),
                marks == null || items == 0 ? nothing(items) : verdicts(marks));
    }

    private static <T> List<@Nullable T> nothing(int items) {
        return new ArrayList<@Nullable T>(Collections.<@Nullable T>nCopies(items, null));
    }

    private static List<@Nullable BigDecimal> values(Marks marks) {
        var values = new ArrayList<@Nullable BigDecimal>();
        marks.marks().forEach(mark -> values.add(mark.mark()));
        return values;
    }

    private static List<@Nullable Verdict> verdicts(Marks marks) {
        var verdicts = new ArrayList<@Nullable Verdict>();
        marks.marks().forEach(mark -> verdicts.add(mark.verdict()));
        return verdicts;
    }

    private static List<Column> columns(
            List<AskedItem> asked, KeyVersion key, Collection<Marks> marked) {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < asked.size(); i++) {
            int index = i;
            var rule = key.keys().get(asked.get(i).itemId());
            var known =
                    marked.stream()
                            .map(each -> each.marks().get(index))
                            .map(Mark::mark)
                            .filter(Objects::nonNull)
                            .toList();
            columns.add(
                    new Column(
                            asked.get(i).itemId(), Facility.max(rule), Facility.of(rule, known)));
        }
        return columns;
    }

    /** Those enrolled and those who handed in, by student number. */
    private List<PersonId> students(Assignment assignment) {
        return jdbc.sql(
                        """
                        select p.id from people p
                        where p.id in (select person_id from enrolments where class_id = :class)
                           or p.id in (
                               select student_id from submissions where assignment_id = :assignment)
                        order by coalesce(p.student_number, ''), p.id
                        """)
                .param("class", assignment.classId().value())
                .param("assignment", assignment.id().value())
                .query((row, _) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }
}
