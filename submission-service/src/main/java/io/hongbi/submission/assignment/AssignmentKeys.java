package io.hongbi.submission.assignment;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.worksheet.Worksheets.ItemKey;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The answer keys of assignments and their versions, apart from what students can ask for. */
@Component
class AssignmentKeys {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AssignmentKeys(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Version 1. */
    void addFirst(Caller creator, AssignmentId id, Map<String, ItemKey> keys) {
        jdbc.sql(
                        """
                        insert into assignment_keys
                            (assignment_id, version, school_id, keys, created_by)
                        values (?, 1, ?, ?::jsonb, ?)
                        """)
                .params(
                        id.value(),
                        creator.school().value(),
                        json.writeValueAsString(keys),
                        creator.id().value())
                .update();
    }
}
