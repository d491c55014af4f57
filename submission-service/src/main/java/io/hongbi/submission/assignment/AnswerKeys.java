package io.hongbi.submission.assignment;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.marking.AskedItem;
import io.hongbi.submission.marking.CompletionRule;
import io.hongbi.submission.marking.ItemKey;
import io.hongbi.submission.marking.KeyVersion;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer keys of the school whose transaction runs: for marking and for teachers' eyes only. A
 * version holds what it changes; those that are in force make the key that counts.
 */
@Component
public class AnswerKeys {

    private static final TypeReference<Map<String, KeyChange>> STORED = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AnswerKeys(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    private static final class Folded {

        private final Map<String, KeyChange> items = new HashMap<>();
        private int version;

        void add(int next, Map<String, KeyChange> changes) {
            version = next;
            changes.forEach(
                    (itemId, change) -> items.merge(itemId, change, (was, is) -> is.after(was)));
        }

        Optional<KeyVersion> key(boolean equalForms) {
            if (version == 0) {
                return Optional.empty();
            }
            Map<String, ItemKey> keys = new HashMap<>();
            items.forEach((itemId, change) -> keys.put(itemId, change.key()));
            return Optional.of(new KeyVersion(version, keys, equalForms));
        }
    }

    /** What counts; without any item for sums, and empty for what is not marked. */
    public Optional<KeyVersion> latest(Assignment assignment) {
        return switch (assignment.kind()) {
            case NOTES ->
                    Optional.ofNullable(assignment.completionMarks()).map(AnswerKeys::completion);
            case ARITHMETIC -> Optional.of(new KeyVersion(1, Map.of(), assignment.equalForms()));
            case WORKSHEET -> inForce(assignment.id()).key(assignment.equalForms());
        };
    }

    private static KeyVersion completion(CompletionRule rule) {
        return new KeyVersion(1, Map.of(AskedItem.COMPLETION.itemId(), ItemKey.of(rule)));
    }

    /** What would count with these changes; empty for assignments that are not marked by a key. */
    public Optional<KeyVersion> latestWith(Assignment assignment, Map<String, KeyChange> changes) {
        var folded = inForce(assignment.id());
        if (folded.version > 0) {
            folded.add(next(assignment.id()), changes);
        }
        return folded.key(assignment.equalForms());
    }

    /** Grows whenever the key that counts may have become another one. */
    public long revision(AssignmentId id) {
        return jdbc.sql(
                        """
                        select count(*) from actions
                        where assignment_id = ? and kind in ('keys', 'undo')
                        """)
                .param(id.value())
                .query(Long.class)
                .single();
    }

    /**
     * Adds a version. Acts on the assignment have to wait for each other, so that none takes the
     * number of another.
     *
     * @param action that it came by
     */
    public void add(Caller author, AssignmentId id, UUID action, Map<String, KeyChange> changes) {
        jdbc.sql(
                        """
                        insert into assignment_keys
                            (assignment_id, version, school_id, keys, created_by, action_id)
                        values (?, ?, ?, ?::jsonb, ?, ?)
                        """)
                .params(
                        id.value(),
                        next(id),
                        author.school().value(),
                        json.writeValueAsString(changes),
                        author.id().value(),
                        action)
                .update();
    }

    private int next(AssignmentId id) {
        return jdbc.sql(
                        """
                        select coalesce(max(version), 0) + 1 from assignment_keys
                        where assignment_id = ?
                        """)
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    private Folded inForce(AssignmentId id) {
        var folded = new Folded();
        jdbc.sql(
                        """
                        select version, keys from assignment_keys
                        where assignment_id = ? and (action_id is null or in_force(action_id))
                        order by version
                        """)
                .param(id.value())
                .query(row -> {
                    folded.add(
                            row.getInt("version"), json.readValue(row.getString("keys"), STORED));
                });
        return folded;
    }
}
