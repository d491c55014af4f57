package io.hongbi.submission.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.event.PageRead;
import io.hongbi.common.id.PageId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.reading.Completion;
import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.Item.Kind;
import io.hongbi.common.reading.Item.State;
import io.hongbi.common.reading.PageReading;
import io.hongbi.common.reading.Point;
import io.hongbi.common.reading.SheetIdentity;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.submission.Http;
import io.hongbi.submission.intake.Form;
import io.hongbi.submission.intake.image.Samples;
import io.hongbi.submission.worksheet.Sheets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** An assignment of a worksheet, handed in, and what a worker says of it. */
public abstract class WorksheetFixture extends ReadingFixture {

    static final byte[] PREVIEW = Samples.jpeg(600, 800);

    private String worksheet = "";
    protected String assignment = "";

    @BeforeEach
    void sheet() {
        worksheet =
                asTeacher().post("/api/v1/worksheets", Sheets.MIXED).json().get("id").asString();
    }

    protected Http asTeacher() {
        return http().as(school.token(school.teacher()));
    }

    protected String student() {
        return school.token(school.student());
    }

    protected JsonNode teachersView(String language) {
        return asTeacher().header("Accept-Language", language).get(path()).json();
    }

    protected JsonNode studentsView() {
        return http().as(student()).get(path()).json();
    }

    protected void change(String terms) {
        var changed = asTeacher().patch("/api/v1/assignments/" + assignment, terms);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    protected void handInFor(String terms) {
        assignment =
                asTeacher()
                        .post(
                                school.classPath() + "/assignments",
                                "{\"title\": \"w\", \"kind\": \"worksheet\", \"worksheetId\": \""
                                        + worksheet
                                        + "\"}")
                        .json()
                        .get("id")
                        .asString();
        change(terms);
        submission = handIn(school.student());
    }

    protected JsonNode handIn(PersonId student) {
        return accepted(
                Form.of("pages", PHOTO)
                        .send(
                                http().as(school.token(student)),
                                "POST",
                                "/api/v1/assignments/" + assignment + "/submissions"));
    }

    /** The reading of the student's sheet. */
    protected void add(List<Item> items) {
        add(submission, "1001", items);
    }

    /** The reading of anybody's. */
    protected void add(JsonNode handedIn, String studentNumber, List<Item> items) {
        var read = worksheetRead(handedIn, "r1", new SheetIdentity(1, studentNumber, null), items);
        store.put(preview(read), PREVIEW, "image/jpeg");
        readings.add(read);
    }

    /** The reading of a page of notes. */
    protected void addNotes(JsonNode handedIn, double share, double confidence) {
        var event =
                event(
                        school.id(),
                        SubmissionId.of(handedIn.get("id").asString()),
                        new PageId(pageId(handedIn, 0)),
                        "r1",
                        OK);
        var value =
                share < 0.05
                        ? Completion.Value.BLANK
                        : share < 0.9 ? Completion.Value.PARTIAL : Completion.Value.COMPLETE;
        var reading = event.reading();
        readings.add(
                new PageRead(
                        event.eventId(),
                        event.occurredAt(),
                        event.schoolId(),
                        event.submissionId(),
                        event.pageId(),
                        new PageReading(
                                "r1",
                                reading.photo(),
                                reading.quality(),
                                reading.homework(),
                                new Completion(value, share, new Confidence(confidence)),
                                reading.neatness(),
                                null,
                                List.of()),
                        event.preview(),
                        event.crops(),
                        event.trace()));
    }

    /** Right, right, wrong, wrong, right in another form, doubtful, blank. */
    protected static List<Item> doubtful() {
        return items(State.DOUBTFUL);
    }

    protected static List<Item> certain() {
        return items(State.OK);
    }

    protected static List<Item> items(State letter) {
        return List.of(
                item(1, Kind.CHOICE, "B", State.OK),
                item(2, Kind.CHOICE, "AD", State.OK),
                item(3, Kind.TRUE_FALSE, "F", State.OK),
                item(4, Kind.DIGITS, "48", State.OK),
                item(5, Kind.DIGITS, "-04.5", State.OK),
                item(6, Kind.LETTERS, "C", letter),
                item(7, Kind.FREE, null, State.BLANK));
    }

    protected static Item item(int number, Kind kind, @Nullable String response, State state) {
        int y = 400 * number;
        var region =
                List.of(
                        new Point(500, y),
                        new Point(1500, y),
                        new Point(1500, y + 250),
                        new Point(500, y + 250));
        return new Item(
                "q" + number, kind, region, null, response, state, new Confidence(0.9), List.of());
    }

    PageRead worksheetRead(String version, SheetIdentity sheet, List<Item> items) {
        return worksheetRead(submission, version, sheet, items);
    }

    private PageRead worksheetRead(
            JsonNode handedIn, String version, SheetIdentity sheet, List<Item> items) {
        var event =
                event(
                        school.id(),
                        SubmissionId.of(handedIn.get("id").asString()),
                        new PageId(pageId(handedIn, 0)),
                        version,
                        OK);
        var reading = event.reading();
        return new PageRead(
                event.eventId(),
                event.occurredAt(),
                event.schoolId(),
                event.submissionId(),
                event.pageId(),
                new PageReading(
                        version,
                        reading.photo(),
                        reading.quality(),
                        reading.homework(),
                        reading.completion(),
                        null,
                        sheet,
                        items),
                event.preview(),
                event.crops(),
                event.trace());
    }

    private static ObjectKey preview(PageRead read) {
        return Objects.requireNonNull(read.preview());
    }
}
