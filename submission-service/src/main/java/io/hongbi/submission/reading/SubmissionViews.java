package io.hongbi.submission.reading;

import io.hongbi.common.id.PageId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.PageReading;
import io.hongbi.common.reading.Quality.Verdict;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.common.storage.ObjectStore;
import io.hongbi.submission.reading.SubmissionView.ReadItem;
import io.hongbi.submission.reading.SubmissionView.Reading;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Puts together what is shown of a submission, with addresses that work for five minutes. */
@Component
public class SubmissionViews {

    private static final Duration VALIDITY = Duration.ofMinutes(5);
    private static final TypeReference<Map<String, ObjectKey>> CROPS = new TypeReference<>() {};
    private static final String PAGES =
            """
            select p.number, p.id, p.sha256, p.photo, p.announced_at, p.failed_at, p.verdict,
                r.reading, r.preview, r.crops
            from pages p left join lateral (
                select reading, preview, crops from readings
                where page_id = p.id order by seq desc limit 1) r on true
            where p.submission_id = ? and p.replaced_at is null order by p.number
            """;

    private final Submissions submissions;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ObjectStore store;

    SubmissionViews(Submissions submissions, JdbcClient jdbc, JsonMapper json, ObjectStore store) {
        this.submissions = submissions;
        this.jdbc = jdbc;
        this.json = json;
        this.store = store;
    }

    /**
     * Reads it inside the transaction that runs; who may see it is the caller's care.
     *
     * @throws SubmissionNotFound if there is none
     */
    public SubmissionView show(SubmissionId id) {
        return show(submissions.find(id).orElseThrow(SubmissionNotFound::new));
    }

    SubmissionView show(Submission submission) {
        var pages =
                jdbc.sql(PAGES).param(submission.id().value()).query((row, _) -> page(row)).list();
        return new SubmissionView(
                submission.id(),
                submission.assignmentId(),
                submission.studentId(),
                submission.attempt(),
                submission.receivedAt(),
                submission.version(),
                submission.state(),
                new SubmissionView.Receipt(submission.receipt(), pages.size()),
                null,
                pages,
                List.of());
    }

    /** Where the preview of a page in place lies; empty until it is read. */
    Optional<ObjectKey> preview(SubmissionId id, int number) {
        return jdbc.sql(
                        """
                        select r.preview from pages p join readings r on r.page_id = p.id
                        where p.submission_id = ? and p.number = ? and p.replaced_at is null
                          and r.preview is not null
                        order by r.seq desc limit 1
                        """)
                .params(id.value(), number)
                .query((row, _) -> new ObjectKey(row.getString(1)))
                .optional();
    }

    private SubmissionView.Page page(ResultSet row) throws SQLException {
        var verdict = row.getString("verdict");
        var facts =
                new PageFacts(
                        row.getTimestamp("announced_at") != null,
                        row.getTimestamp("failed_at") != null,
                        verdict == null ? null : StateDerivation.parse(Verdict.class, verdict));
        var preview = row.getString("preview");
        return new SubmissionView.Page(
                row.getInt("number"),
                new PageId(row.getObject("id", UUID.class)),
                row.getString("sha256"),
                facts.state(),
                signed(new ObjectKey(row.getString("photo"))),
                preview == null ? null : signed(new ObjectKey(preview)),
                reading(row.getString("reading"), row.getString("crops")));
    }

    private @Nullable Reading reading(@Nullable String reading, @Nullable String crops) {
        if (reading == null || crops == null) {
            return null;
        }
        var read = json.readValue(reading, PageReading.class);
        var keys = json.readValue(crops, CROPS);
        return new Reading(
                read.readerVersion(),
                read.photo(),
                read.quality(),
                read.homework(),
                read.completion(),
                read.neatness(),
                read.items().stream().map(item -> item(item, keys.get(item.itemId()))).toList());
    }

    private ReadItem item(Item item, @Nullable ObjectKey crop) {
        return new ReadItem(
                item.itemId(),
                item.kind(),
                item.region(),
                crop == null ? null : signed(crop),
                item.expression(),
                item.response(),
                item.state(),
                item.confidence(),
                item.alternatives());
    }

    private URI signed(ObjectKey key) {
        return store.signedUrl(key, VALIDITY);
    }
}
