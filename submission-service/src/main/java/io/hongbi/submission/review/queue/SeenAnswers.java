package io.hongbi.submission.review.queue;

import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.reading.Item;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.common.storage.ObjectStore;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the machine saw of answers, with the pictures of them. */
@Component
class SeenAnswers {

    private static final Duration VALIDITY = Duration.ofMinutes(5);
    private static final TypeReference<Map<String, ObjectKey>> CROPS = new TypeReference<>() {};
    private static final TypeReference<List<Item>> ITEMS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ObjectStore store;

    SeenAnswers(JdbcClient jdbc, JsonMapper json, ObjectStore store) {
        this.jdbc = jdbc;
        this.json = json;
        this.store = store;
    }

    /** On one photo. */
    record Seen(int page, Item item, @Nullable ObjectKey crop) {}

    /**
     * The same as it is shown.
     *
     * @param expression what is asked, of sums
     */
    record Reading(
            int page,
            @Nullable String expression,
            @Nullable String response,
            Item.State state,
            double confidence,
            List<Item.Alternative> alternatives) {

        Reading {
            alternatives = List.copyOf(alternatives);
        }

        static Reading of(Seen seen) {
            var item = seen.item();
            return new Reading(
                    seen.page(),
                    item.expression(),
                    item.response(),
                    item.state(),
                    item.confidence().value(),
                    item.alternatives());
        }
    }

    /** Works for five minutes; null where there is no picture. */
    @Nullable URI cropUrl(Seen seen) {
        return seen.crop() == null ? null : store.signedUrl(seen.crop(), VALIDITY);
    }

    /** What the first photo that shows an answer shows of it, by item. */
    Map<SubmissionId, Map<String, Seen>> of(Collection<SubmissionId> ids) {
        Map<SubmissionId, Map<String, Seen>> seen = new HashMap<>();
        jdbc.sql(
                        """
                        select p.submission_id, p.number, r.reading -> 'items' as items, r.crops
                        from pages p
                        join readings r on r.page_id = p.id and r.reader_version = p.reader_version
                        where p.submission_id = any(?) and p.replaced_at is null
                          and p.verdict = 'ok'
                        order by p.submission_id, p.number
                        """)
                .param(ids.stream().map(SubmissionId::value).toArray(UUID[]::new))
                .query(row -> {
                    var id = new SubmissionId(row.getObject("submission_id", UUID.class));
                    var crops = json.readValue(row.getString("crops"), CROPS);
                    var shown = seen.computeIfAbsent(id, _ -> new HashMap<>());
                    int page = row.getInt("number");
                    for (var item : json.readValue(row.getString("items"), ITEMS)) {
                        shown.putIfAbsent(
                                item.itemId(), new Seen(page, item, crops.get(item.itemId())));
                    }
                });
        return seen;
    }
}
