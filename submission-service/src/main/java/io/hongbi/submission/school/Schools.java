package io.hongbi.submission.school;

import io.hongbi.common.id.SchoolId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tenants. */
@Component
class Schools {

    private final JdbcClient jdbc;

    Schools(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a school; adding the same id again changes nothing. */
    void add(SchoolId id, String code, String name) {
        jdbc.sql(
                        """
                        insert into schools (id, code, name) values (?, ?, ?)
                        on conflict (id) do nothing
                        """)
                .params(id.value(), code, name)
                .update();
    }

    /**
     * Lets one import at a time work on a school's students, until the transaction ends.
     *
     * @return the school's code
     */
    String lockRosters(SchoolId school) {
        return jdbc.sql(
                        """
                        select code from schools, lateral (select pg_advisory_xact_lock(
                            hashtextextended('roster ' || schools.id, 0))) as held where id = ?
                        """)
                .param(school.value())
                .query(String.class)
                .single();
    }
}
