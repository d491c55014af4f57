package io.hongbi.submission.assignment;

import io.hongbi.common.id.AssignmentId;
import io.hongbi.submission.marking.ItemKey;
import io.hongbi.submission.marking.ItemKey.Counting;
import io.hongbi.submission.marking.KeyVersion;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The answer keys of the school whose transaction runs: for marking and for teachers' eyes only.
 */
@Component
public class AnswerKeys {

    private static final TypeReference<Map<String, StoredKey>> STORED = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AnswerKeys(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** As the database keeps it, and the API takes it; what is absent means no. */
    private record StoredKey(
            List<String> answers,
            BigDecimal points,
            @Nullable BigDecimal tolerance,
            @Nullable Boolean partial,
            @Nullable BigDecimal penalty,
            @Nullable Boolean drop,
            @Nullable Boolean bonus,
            @Nullable Boolean everyone) {

        ItemKey key() {
            return new ItemKey(
                    answers,
                    points,
                    tolerance == null ? BigDecimal.ZERO : tolerance,
                    is(partial),
                    penalty == null ? BigDecimal.ZERO : penalty,
                    is(everyone),
                    counting());
        }

        private Counting counting() {
            if (is(drop)) {
                return Counting.DROPPED;
            }
            return is(bonus) ? Counting.BONUS : Counting.NORMAL;
        }

        private static boolean is(@Nullable Boolean flag) {
            return Boolean.TRUE.equals(flag);
        }
    }

    /** The version that counts; empty for assignments that are not marked by a key. */
    public Optional<KeyVersion> latest(AssignmentId id) {
        return jdbc.sql(
                        """
                        select version, keys from assignment_keys
                        where assignment_id = ? order by version desc limit 1
                        """)
                .param(id.value())
                .query((row, _) -> version(row))
                .optional();
    }

    private KeyVersion version(ResultSet row) throws SQLException {
        var keys = new HashMap<String, ItemKey>();
        json.readValue(row.getString("keys"), STORED)
                .forEach((itemId, stored) -> keys.put(itemId, stored.key()));
        return new KeyVersion(row.getInt("version"), keys);
    }
}
