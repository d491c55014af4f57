package io.hongbi.submission.review.queue;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.platform.security.Caller;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long a teacher takes to decide about an answer: the median of the times between the latest 50
 * decisions on the assignment. Longer ones than two minutes are breaks and do not count; before
 * there are five it is taken to be 8 s, a look at a picture and a key pressed.
 */
@Component
class Pace {

    private static final Duration AT_FIRST = Duration.ofSeconds(8);

    private final JdbcClient jdbc;

    Pace(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Duration of(Caller teacher, AssignmentId assignment) {
        return jdbc.sql(
                        """
                        with latest as (
                            select at, seq from actions
                            where assignment_id = ? and author = ? and kind = 'override'
                            order by seq desc limit 50),
                        gaps as (
                            select extract(epoch from at - lag(at) over (order by seq)) as seconds
                            from latest)
                        select percentile_cont(0.5) within group (order by seconds)
                        from gaps where seconds <= 120 having count(*) >= 5
                        """)
                .params(assignment.value(), teacher.id().value())
                .query(Double.class)
                .optional()
                .map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)))
                .orElse(AT_FIRST);
    }
}
