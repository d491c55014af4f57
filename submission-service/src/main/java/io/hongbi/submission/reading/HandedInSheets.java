package io.hongbi.submission.reading;

import io.hongbi.common.id.SubmissionId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of the worksheet that a submission is on; empty for other kinds. */
@Component
class HandedInSheets {

    private final JdbcClient jdbc;

    HandedInSheets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many pages it has. */
    Optional<Integer> pagesOf(SubmissionId id) {
        return jdbc.sql(
                        """
                        select jsonb_array_length(r.sheet -> 'layout' -> 'pages')
                        from submissions s
                        join assignments a on a.id = s.assignment_id
                        join worksheet_revisions r on r.worksheet_id = a.worksheet_id
                            and r.revision = a.worksheet_revision
                        where s.id = ?
                        """)
                .param(id.value())
                .query(Integer.class)
                .optional();
    }
}
