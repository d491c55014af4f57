package io.hongbi.submission.gradebook;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PersonId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.assignment.AnswerKeys;
import io.hongbi.submission.assignment.Assignment;
import io.hongbi.submission.marking.AskedItem;
import io.hongbi.submission.marking.KeyVersion;
import io.hongbi.submission.marking.Marks;
import io.hongbi.submission.reading.LatestSubmissions;
import io.hongbi.submission.reading.Submission;
import io.hongbi.submission.reading.SubmissionAccess;
import io.hongbi.submission.reading.SubmissionNotFound;
import io.hongbi.submission.reading.marks.WorksheetMarks;
import io.hongbi.submission.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everybody an assignment concerns, by student number, with what the latest attempt brought: those
 * enrolled and those who handed in. A part of them at a time, each in a transaction of its own, so
 * that no class is too large and nobody who reads slowly keeps a connection.
 */
@Component
public class Roll {

    /** Few enough that their readings take little memory, many enough that questions are few. */
    private static final int PART = 100;

    private final Tenant tenant;
    private final SubmissionAccess access;
    private final LatestSubmissions latest;
    private final WorksheetMarks marks;
    private final AnswerKeys keys;
    private final JdbcClient jdbc;

    Roll(
            Tenant tenant,
            SubmissionAccess access,
            LatestSubmissions latest,
            WorksheetMarks marks,
            AnswerKeys keys,
            JdbcClient jdbc) {
        this.tenant = tenant;
        this.access = access;
        this.latest = latest;
        this.marks = marks;
        this.keys = keys;
        this.jdbc = jdbc;
    }

    /**
     * What all papers have in common.
     *
     * @param key null where the assignment is not marked
     * @param asked in the order of the sheet; none where papers do not ask the same
     * @param options what can be chosen, by item
     */
    public record Heading(
            Assignment assignment,
            @Nullable KeyVersion key,
            List<AskedItem> asked,
            Map<String, List<String>> options) {

        public Heading {
            asked = List.copyOf(asked);
            options = Map.copyOf(options);
        }
    }

    /**
     * A student.
     *
     * @param paper null where nothing is handed in
     * @param marks null where nothing is handed in, or the assignment is not marked
     */
    public record Entry(
            PersonId studentId,
            @Nullable String number,
            String name,
            @Nullable Submission paper,
            @Nullable Marks marks) {}

    private record Student(PersonId id, @Nullable String number, String name) {}

    /**
     * @throws SubmissionNotFound if there is no such assignment that the caller teaches
     */
    public Heading open(Caller caller, AssignmentId id) {
        return tenant.in(
                caller.school(),
                () -> {
                    var assignment = access.requireTaught(caller, id);
                    return new Heading(
                            assignment,
                            keys.latest(assignment).orElse(null),
                            marks.asked(assignment),
                            marks.options(assignment));
                });
    }

    /** Calls outside of any transaction, one after the other, all by the key of the heading. */
    public void forEach(Heading heading, Consumer<Entry> each) {
        Student last = null;
        List<Student> part;
        do {
            var after = last;
            part =
                    tenant.in(
                            heading.assignment().schoolId(),
                            () -> students(heading.assignment(), after));
            entries(heading, part).forEach(each);
            last = part.isEmpty() ? null : part.getLast();
        } while (part.size() == PART);
    }

    private List<Entry> entries(Heading heading, List<Student> students) {
        return tenant.in(
                heading.assignment().schoolId(),
                () -> {
                    var papers =
                            latest.of(
                                    heading.assignment().id(),
                                    students.stream().map(Student::id).toList());
                    var ids = papers.values().stream().map(Submission::id).toList();
                    var key = heading.key();
                    var marked =
                            key == null
                                    ? Map.<Object, Marks>of()
                                    : WorksheetMarks.mark(
                                            marks.facts(heading.assignment(), ids), key);
                    return students.stream()
                            .map(student -> {
                                var paper = papers.get(student.id());
                                return new Entry(
                                        student.id(),
                                        student.number(),
                                        student.name(),
                                        paper,
                                        paper == null ? null : marked.get(paper.id()));
                            })
                            .toList();
                });
    }

    private List<Student> students(Assignment assignment, @Nullable Student after) {
        return jdbc.sql(
                        """
                        select p.id, p.student_number, p.name from people p
                        where (p.id in (select person_id from enrolments where class_id = :class)
                            or p.id in (
                                select student_id from submissions where assignment_id = :assignment))
                          and (coalesce(p.student_number, ''), p.id) > (:number, :id)
                        order by coalesce(p.student_number, ''), p.id limit :part
                        """)
                .param("class", assignment.classId().value())
                .param("assignment", assignment.id().value())
                .param("number", after == null || after.number() == null ? "" : after.number())
                .param("id", after == null ? new UUID(0, 0) : after.id().value())
                .param("part", PART)
                .query((row, _) ->
                        new Student(
                                new PersonId(row.getObject("id", UUID.class)),
                                row.getString("student_number"),
                                row.getString("name")))
                .list();
    }
}
