package io.hongbi.submission.reading;

import io.hongbi.common.id.PageId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.PageReading;
import io.hongbi.common.reading.Photo;
import io.hongbi.common.reading.Quality;
import io.hongbi.common.reading.Quality.Reason;
import io.hongbi.common.reading.Quality.Verdict;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.common.storage.ObjectStore;
import io.hongbi.platform.security.Caller;
import io.hongbi.submission.reading.AnnotatedPages.ReadPage;
import io.hongbi.submission.reading.SubmissionView.ReadItem;
import io.hongbi.submission.reading.SubmissionView.Reading;
import io.hongbi.submission.reading.earlier.EarlierPhotos;
import io.hongbi.submission.reading.earlier.EarlierPhotos.Earlier;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
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
    private static final TypeReference<List<Item>> ITEMS = new TypeReference<>() {};
    private static final String PAGES =
            """
            select p.number, p.id, p.sha256, p.photo, p.announced_at, p.failed_at, p.verdict, p.objection,
                r.reading, r.preview, r.crops
            from pages p
            left join readings r on r.page_id = p.id and r.reader_version = p.reader_version
            where p.submission_id = ? and p.replaced_at is null order by p.number
            """;

    private final Submissions submissions;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ObjectStore store;
    private final HandedInSheets sheets;
    private final VisibleMarks marks;
    private final EarlierPhotos earlier;

    SubmissionViews(
            Submissions submissions,
            JdbcClient jdbc,
            JsonMapper json,
            ObjectStore store,
            HandedInSheets sheets,
            VisibleMarks marks,
            EarlierPhotos earlier) {
        this.submissions = submissions;
        this.jdbc = jdbc;
        this.json = json;
        this.store = store;
        this.sheets = sheets;
        this.marks = marks;
        this.earlier = earlier;
    }

    /**
     * Reads it inside the transaction that runs. Whether the caller may see it at all has been
     * asked before; how much of its marks is seen to here.
     *
     * @throws SubmissionNotFound if there is none
     */
    public SubmissionView show(Caller caller, SubmissionId id) {
        return show(caller, submissions.find(id).orElseThrow(SubmissionNotFound::new));
    }

    SubmissionView show(Caller caller, Submission submission) {
        var seen = VisibleMarks.isOwn(caller, submission) ? null : earlier.than(submission.id());
        var pages =
                jdbc.sql(PAGES)
                        .param(submission.id().value())
                        .query((row, _) -> page(row, seen))
                        .list();
        var marked = marks.of(caller, submission);
        return new SubmissionView(
                submission.id(),
                submission.assignmentId(),
                submission.studentId(),
                submission.attempt(),
                submission.receivedAt(),
                submission.version(),
                submission.state(),
                new SubmissionView.Receipt(submission.receipt(), pages.size()),
                marked.score(),
                sheet(submission.id(), pages),
                pages,
                marked.marks());
    }

    /** Only pages of worksheets cost another question to the database. */
    private SubmissionView.@Nullable Sheet sheet(SubmissionId id, List<SubmissionView.Page> pages) {
        boolean ofWorksheet =
                pages.stream()
                        .map(SubmissionView.Page::reading)
                        .anyMatch(reading -> reading != null && reading.sheet() != null);
        return ofWorksheet
                ? sheets.pagesOf(id).map(all -> SheetPages.of(all, pages)).orElse(null)
                : null;
    }

    /** The pages in place that are read and have a picture, in their order. */
    public List<ReadPage> readPages(SubmissionId id) {
        return readPages(id, null);
    }

    /** A page in place; empty until it is read, and where there is no picture of it. */
    Optional<ReadPage> readPage(SubmissionId id, int number) {
        return readPages(id, number).stream().findFirst();
    }

    /**
     * @param number null means all
     */
    private List<ReadPage> readPages(SubmissionId id, @Nullable Integer number) {
        return jdbc.sql(
                        """
                        select p.number, r.preview, r.reading -> 'photo' as photo,
                            case when p.verdict = 'ok' then r.reading -> 'items' end as items
                        from pages p
                        join readings r on r.page_id = p.id and r.reader_version = p.reader_version
                        where p.submission_id = :id and (:number::int is null or p.number = :number)
                          and p.replaced_at is null and r.preview is not null
                        order by p.number
                        """)
                .param("id", id.value())
                .param("number", number, Types.INTEGER)
                .query((row, _) ->
                        new ReadPage(
                                row.getInt("number"),
                                new ObjectKey(row.getString("preview")),
                                json.readValue(row.getString("photo"), Photo.class),
                                items(row.getString("items"))))
                .list();
    }

    private List<Item> items(@Nullable String items) {
        return items == null ? List.of() : json.readValue(items, ITEMS);
    }

    /**
     * @param seen by page what the class had handed in before; null where that is not told
     */
    private SubmissionView.Page page(ResultSet row, @Nullable Map<Integer, List<Earlier>> seen)
            throws SQLException {
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
                reading(
                        row.getString("reading"),
                        row.getString("crops"),
                        row.getString("objection")),
                seen == null ? null : seen.getOrDefault(row.getInt("number"), List.of()));
    }

    private @Nullable Reading reading(
            @Nullable String reading, @Nullable String crops, @Nullable String objection) {
        if (reading == null || crops == null) {
            return null;
        }
        var read = json.readValue(reading, PageReading.class);
        if (objection != null) {
            read = sentBack(read, StateDerivation.parse(Reason.class, objection));
        }
        var keys = json.readValue(crops, CROPS);
        return new Reading(
                read.readerVersion(),
                read.photo(),
                read.quality(),
                read.homework(),
                read.completion(),
                read.neatness(),
                read.neatnessFeatures(),
                read.sheet(),
                read.items().stream().map(item -> item(item, keys.get(item.itemId()))).toList());
    }

    /** What is shown of a photo that could be read and still has to be taken again. */
    private static PageReading sentBack(PageReading read, Reason reason) {
        var quality = read.quality();
        return new PageReading(
                read.readerVersion(),
                read.photo(),
                new Quality(Verdict.RETAKE, List.of(reason), quality.sharpness(), quality.light()),
                read.homework(),
                null,
                null,
                null,
                read.sheet(),
                List.of(),
                read.perceptualHash());
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
