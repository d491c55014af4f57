package io.hongbi.submission.reading;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of several attempts of a student the latest counts. */
@Component
public class LatestSubmissions {

    private final JdbcClient jdbc;

    LatestSubmissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of some students, by student; those who handed in nothing are not in it. */
    public Map<PersonId, Submission> of(AssignmentId assignment, Collection<PersonId> students) {
        Map<PersonId, Submission> latest = new HashMap<>();
        jdbc.sql(
                        """
                        select distinct on (s.student_id) %s
                        from submissions s
                        where s.assignment_id = ? and s.student_id = any(?)
                        order by s.student_id, s.attempt desc
                        """
                                .formatted(Submissions.COLUMNS))
                .params(
                        assignment.value(),
                        students.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, _) -> Submissions.read(row))
                .list()
                .forEach(paper -> latest.put(paper.studentId(), paper));
        return latest;
    }

    /** One to each student who handed in, by student number. */
    public List<Submission> of(AssignmentId assignment) {
        return jdbc.sql(
                        """
                        select %s
                        from submissions s join people p on p.id = s.student_id
                        where s.assignment_id = ? and not exists (
                            select from submissions later
                            where later.assignment_id = s.assignment_id
                              and later.student_id = s.student_id and later.attempt > s.attempt)
                        order by coalesce(p.student_number, ''), p.id
                        """
                                .formatted(Submissions.COLUMNS))
                .param(assignment.value())
                .query((row, _) -> Submissions.read(row))
                .list();
    }
}
