package io.hongbi.submission.reading;

import io.hongbi.common.id.AssignmentId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of several attempts of a student the latest counts. */
@Component
public class LatestSubmissions {

    private final JdbcClient jdbc;

    LatestSubmissions(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
