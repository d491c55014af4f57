package io.hongbi.submission.ops;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.hongbi.common.id.PageId;
import io.hongbi.common.id.SchoolId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.submission.tenant.Tenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells what became of pages. */
@Component
class PageStories {

    private static final Pattern UUID_TEXT =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Tenant tenant;
    private final JdbcClient jdbc;

    PageStories(Tenant tenant, JdbcClient jdbc) {
        this.tenant = tenant;
        this.jdbc = jdbc;
    }

    private record Kept(UUID page, PageStory.Reading reading) {}

    /**
     * The page of that id, or all of the submission with that receipt code, replaced ones too.
     *
     * @throws NoSuchPages if there is none
     */
    List<PageStory> of(String pageOrReceipt) {
        boolean byId = UUID_TEXT.matcher(pageOrReceipt).matches();
        var stories =
                tenant.inSystem(() ->
                        byId
                                ? find("p.id = ?", UUID.fromString(pageOrReceipt))
                                : find("s.receipt = ?", pageOrReceipt.toUpperCase(Locale.ROOT)));
        if (stories.isEmpty()) {
            throw new NoSuchPages();
        }
        return stories;
    }

    private List<PageStory> find(String which, Object key) {
        var readings = readings(which, key);
        return jdbc.sql(
                        """
                        select p.*, s.receipt from pages p join submissions s on s.id = p.submission_id
                        where %s order by p.number, p.received_at
                        """
                                .formatted(which))
                .param(key)
                .query((row, _) -> story(row, readings))
                .list();
    }

    private Map<UUID, List<PageStory.Reading>> readings(String which, Object key) {
        return jdbc
                .sql(
                        """
                        select r.*, r.reader_version = p.reader_version as counts
                        from readings r
                        join pages p on p.id = r.page_id join submissions s on s.id = p.submission_id
                        where %s order by r.seq
                        """
                                .formatted(which))
                .param(key)
                .query((row, _) ->
                        new Kept(
                                row.getObject("page_id", UUID.class),
                                new PageStory.Reading(
                                        row.getString("reader_version"),
                                        row.getBoolean("counts"),
                                        row.getString("worker"),
                                        row.getInt("delivery"),
                                        row.getTimestamp("started_at").toInstant(),
                                        row.getTimestamp("finished_at").toInstant(),
                                        row.getTimestamp("recorded_at").toInstant(),
                                        row.getDouble("cpu_millis"))))
                .list()
                .stream()
                .collect(groupingBy(Kept::page, mapping(Kept::reading, toList())));
    }

    private static PageStory story(ResultSet row, Map<UUID, List<PageStory.Reading>> readings)
            throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new PageStory(
                new PageId(id),
                new SubmissionId(row.getObject("submission_id", UUID.class)),
                new SchoolId(row.getObject("school_id", UUID.class)),
                row.getString("receipt"),
                row.getInt("number"),
                row.getLong("bytes"),
                row.getInt("width"),
                row.getInt("height"),
                row.getTimestamp("received_at").toInstant(),
                time(row, "announced_at"),
                row.getInt("announcements"),
                time(row, "read_at"),
                row.getString("verdict"),
                time(row, "failed_at"),
                row.getString("failure"),
                time(row, "replaced_at"),
                time(row, "discarded_at"),
                readings.getOrDefault(id, List.of()));
    }

    private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
