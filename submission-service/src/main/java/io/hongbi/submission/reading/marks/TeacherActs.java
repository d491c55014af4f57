package io.hongbi.submission.reading.marks;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.reading.Item;
import io.hongbi.submission.marking.Sighting;
import io.hongbi.submission.marking.TeacherAct;
import io.hongbi.submission.marking.TeacherAct.Decision;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What teachers decided, as marking takes it. */
@Component
class TeacherActs {

    private final JdbcClient jdbc;

    TeacherActs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param onAll group decisions and undoings, which concern any paper
     */
    record Known(List<TeacherAct> onAll, Map<SubmissionId, List<TeacherAct>> onOne) {

        List<TeacherAct> on(SubmissionId id) {
            var acts = new ArrayList<>(onAll);
            acts.addAll(onOne.getOrDefault(id, List.of()));
            return acts;
        }
    }

    /** All that may concern some submissions of an assignment. */
    Known on(AssignmentId assignment, Collection<SubmissionId> ids) {
        var known = new Known(new ArrayList<>(), new HashMap<>());
        jdbc.sql(
                        """
                        select a.seq, null::bigint as undone, o.submission_id, o.item_id, o.seen_state,
                            o.seen_response, o.mark, o.response, o.expression
                        from overrides o join actions a on a.id = o.action_id
                        where o.assignment_id = :assignment
                          and (o.submission_id is null or o.submission_id = any(:ids))
                        union all
                        select a.seq, u.seq, null, null, null, null, null, null, null
                        from actions a join actions u on u.id = a.undoes
                        where a.assignment_id = :assignment and a.undoes is not null
                        """)
                .param("assignment", assignment.value())
                .param("ids", ids.stream().map(SubmissionId::value).toArray(UUID[]::new))
                .query(row -> {
                    var id = row.getObject("submission_id", UUID.class);
                    if (id == null) {
                        known.onAll().add(onAll(row));
                    } else {
                        known.onOne()
                                .computeIfAbsent(new SubmissionId(id), _ -> new ArrayList<>())
                                .add(
                                        new TeacherAct.Overridden(
                                                row.getLong("seq"),
                                                row.getString("item_id"),
                                                row.getString("expression"),
                                                decision(row)));
                    }
                });
        return known;
    }

    private static TeacherAct onAll(ResultSet row) throws SQLException {
        var item = row.getString("item_id");
        if (item == null) {
            return new TeacherAct.Undone(row.getLong("seq"), row.getLong("undone"));
        }
        var state = row.getString("seen_state").toUpperCase(Locale.ROOT).replace('-', '_');
        return new TeacherAct.GroupOverridden(
                row.getLong("seq"),
                new Sighting(
                        item,
                        1,
                        Item.State.valueOf(state),
                        row.getString("seen_response"),
                        row.getString("expression")),
                decision(row));
    }

    private static Decision decision(ResultSet row) throws SQLException {
        var mark = row.getBigDecimal("mark");
        return mark == null
                ? new Decision.Response(row.getString("response"))
                : new Decision.Mark(mark);
    }
}
