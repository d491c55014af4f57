package io.hongbi.submission.assignment;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.assignment.InvalidAssignment.Fault;
import io.hongbi.submission.assignment.InvalidAssignment.Reason;
import io.hongbi.submission.worksheet.Worksheets;
import io.hongbi.submission.worksheet.Worksheets.Assignable;
import io.hongbi.submission.worksheet.Worksheets.ItemKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The sheets that assignments hand out, and their keys: apart from what students can ask for. */
@Component
class AssignedSheets {

    private final Worksheets worksheets;
    private final JdbcClient jdbc;
    private final JsonMapper json;

    AssignedSheets(Worksheets worksheets, JdbcClient jdbc, JsonMapper json) {
        this.worksheets = worksheets;
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * The sheet to hand out, in its newest revision; null where the kind has none.
     *
     * @throws InvalidAssignment if it needs a worksheet and the school has none such
     */
    @Nullable Assignable of(Subject subject) {
        return switch (subject.kind()) {
            case NOTES, ARITHMETIC -> null;
            case WORKSHEET -> {
                if (subject.worksheet() == null) {
                    throw new InvalidAssignment(List.of(new Fault("worksheetId", Reason.MISSING)));
                }
                yield worksheets
                        .latest(subject.worksheet())
                        .orElseThrow(() ->
                                new InvalidAssignment(
                                        List.of(
                                                new Fault(
                                                        "worksheetId", Reason.UNKNOWN_WORKSHEET))));
            }
        };
    }

    /** The keys become version 1 of the assignment's; from then on only those count. */
    void keepKeys(Caller creator, AssignmentId id, Map<String, ItemKey> keys) {
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
