package io.hongbi.submission.reading.marks;

import io.hongbi.common.id.SubmissionId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How much of notes the reader found done. Called inside a transaction of the tenant. */
@Component
public class CompletionShares {

    private final JdbcClient jdbc;

    CompletionShares(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The mean of the photos in place, 0 to 1; of those that could be read. */
    public Map<SubmissionId, Double> of(Collection<SubmissionId> ids) {
        Map<SubmissionId, Double> shares = new HashMap<>();
        jdbc.sql(
                        """
                        select p.submission_id,
                            avg((r.reading -> 'completion' ->> 'share')::double precision) as share
                        from pages p
                        join readings r on r.page_id = p.id and r.reader_version = p.reader_version
                        join submissions s on s.id = p.submission_id
                        join assignments a on a.id = s.assignment_id
                        where p.submission_id = any(?) and p.replaced_at is null
                          and p.verdict = 'ok' and a.kind = 'notes'
                          and r.reading -> 'completion' ->> 'share' is not null
                        group by p.submission_id
                        """)
                .param(ids.stream().map(SubmissionId::value).toArray(UUID[]::new))
                .query(row -> {
                    shares.put(new SubmissionId(row.getObject(1, UUID.class)), row.getDouble(2));
                });
        return shares;
    }
}
