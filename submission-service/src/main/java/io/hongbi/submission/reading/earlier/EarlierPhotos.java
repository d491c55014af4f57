package io.hongbi.submission.reading.earlier;

import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SubmissionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds photos that a class had handed in before: a fact, not a judgement. Who hands the same in
 * again for the same assignment repeats nobody.
 */
@Component
public class EarlierPhotos {

    /**
     * Of 256 bits. Copies of one photo differ in at most so many unless they were badly
     * recompressed, two photos of one print in more: see docs/accuracy.md.
     */
    private static final int MOST_BITS = 10;

    /** Of one photo; more say nothing new. */
    private static final int MOST = 5;

    private final JdbcClient jdbc;

    EarlierPhotos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The same photo in another submission of the class.
     *
     * @param studentId whose submission it is
     * @param page number of the photo in that submission
     */
    public record Earlier(
            SubmissionId submissionId, PersonId studentId, int page, Instant receivedAt) {}

    /** By number of the page, the first first; nothing of photos that are new to the class. */
    public Map<Integer, List<Earlier>> than(SubmissionId id) {
        Map<Integer, List<Earlier>> earlier = new HashMap<>();
        jdbc.sql(
                        """
                        select p.number, e.submission_id, e.student_id, e.number as page,
                            e.received_at
                        from submissions s
                        join assignments a on a.id = s.assignment_id
                        join pages p on p.submission_id = s.id and p.replaced_at is null
                        join lateral (
                            select o.submission_id, os.student_id, o.number, o.received_at
                            from assignments oa
                            join submissions os on os.assignment_id = oa.id
                            join pages o on o.submission_id = os.id
                            where oa.class_id = a.class_id
                              and (os.student_id <> s.student_id or oa.id <> a.id)
                              and (o.received_at, o.id) < (p.received_at, p.id)
                              and bit_count(o.photo_hash # p.photo_hash) <= :bits
                            order by o.received_at, o.id limit :most) e on true
                        where s.id = :id and p.photo_hash is not null
                        order by p.number, e.received_at
                        """)
                .param("id", id.value())
                .param("bits", MOST_BITS)
                .param("most", MOST)
                .query(row -> {
                    earlier.computeIfAbsent(row.getInt("number"), _ -> new ArrayList<>())
                            .add(
                                    new Earlier(
                                            new SubmissionId(
                                                    row.getObject("submission_id", UUID.class)),
                                            new PersonId(row.getObject("student_id", UUID.class)),
                                            row.getInt("page"),
                                            row.getTimestamp("received_at").toInstant()));
                });
        return earlier;
    }
}
