package io.hongbi.submission.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.event.PageRead;
import io.hongbi.common.id.PageId;
import io.hongbi.common.id.SubmissionId;
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
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Marks of a worksheet: what they are, and who sees them. */
class MarksIT extends ReadingFixture {

    private static final byte[] PREVIEW = Samples.jpeg(600, 800);

    private String worksheet = "";
    private String assignment = "";

    @BeforeEach
    void sheet() {
        worksheet =
                asTeacher().post("/api/v1/worksheets", Sheets.MIXED).json().get("id").asString();
    }

    @Test
    void showsATeacherEveryMarkWithItsReason() {
        handInFor("{}");
        add(doubtful());

        var view = teachersView("en");

        assertThat(view.get("state").asString()).isEqualTo("needs-review");
        assertThat(view.get("score").get("value").decimalValue()).isEqualByComparingTo("7.5");
        assertThat(view.get("score").get("max").decimalValue()).isEqualByComparingTo("16.5");
        assertThat(view.get("marks")).hasSize(7);
        assertThat(view.get("marks").get(3))
                .hasToString(
                        "{\"itemId\":\"q4\",\"page\":1,\"mark\":0,\"max\":2,\"verdict\":\"wrong\","
                                + "\"response\":\"48\",\"expected\":\"43\","
                                + "\"reason\":\"the answer is 43, 48 was given\","
                                + "\"layer\":\"machine\",\"keyVersion\":1}");
        assertThat(view.get("marks").findValuesAsString("verdict"))
                .containsExactly("right", "right", "wrong", "wrong", "right", "doubtful", "blank");
        var doubtful = view.get("marks").get(5);
        assertThat(doubtful.get("mark").isNull()).isTrue();
        assertThat(doubtful.get("expected").asString()).isEqualTo("C");
        assertThat(teachersView("zh").get("marks").get(3).get("reason").asString())
                .isEqualTo("答案 43，写的是 48");
    }

    @Test
    void tellsAStudentNothingBeforeTheRelease() throws IOException {
        handInFor("{}");
        add(doubtful());

        var view = http().as(student()).get(path());

        assertThat(view.json().get("score").isNull()).isTrue();
        assertThat(view.json().get("marks")).isEmpty();
        assertThat(view.body()).doesNotContain("\"43\"", "expected", "verdict\":\"wrong", "答案");
        assertThat(firstEvent()).doesNotContain("score", "mark", "43\"").contains("needs-review");
        assertThat(annotated(student())).isEqualTo(PREVIEW);
        assertThat(status(student(), "/api/v1/assignments/" + assignment + "/submissions"))
                .isEqualTo(403);
        for (var path : List.of("/api/v1/assignments/" + assignment, "/api/v1/me")) {
            assertThat(http().as(student()).get(path).body()).doesNotContain("\"43\"", "answers");
        }
    }

    @Test
    void showsAStudentCertainMarksAtOnceWhereReleaseIsAutomatic() {
        handInFor("{\"release\": \"automatic\"}");
        add(doubtful());

        var view = studentsView();

        assertThat(view.get("state").asString()).isEqualTo("needs-review");
        assertThat(view.get("score").get("value").decimalValue()).isEqualByComparingTo("7.5");
        assertThat(view.get("marks").get(3).get("expected").asString()).isEqualTo("43");
        var doubtful = view.get("marks").get(5);
        assertThat(doubtful.get("verdict").asString()).isEqualTo("doubtful");
        assertThat(doubtful.get("expected").isNull()).isTrue();
    }

    @Test
    void keepsAnswersFromAStudentAsTheAssignmentSays() {
        handInFor("{\"release\": \"automatic\", \"showAnswers\": \"never\"}");
        add(doubtful());

        var never = http().as(student()).header("Accept-Language", "en").get(path());
        assertThat(never.json().get("marks").get(3).get("reason").asString())
                .isEqualTo("48 is not right");
        assertThat(never.body()).doesNotContain("43\"", "answer is");

        change("{\"showAnswers\": \"after-due\", \"dueAt\": \"2099-01-01T00:00:00Z\"}");
        assertThat(studentsView().toString()).doesNotContain("\"43\"", "答案 43");
        change("{\"opensAt\": \"2020-01-01T00:00:00Z\", \"dueAt\": \"2020-01-02T00:00:00Z\"}");
        assertThat(studentsView().get("marks").get(3).get("expected").asString()).isEqualTo("43");
    }

    @Test
    void isGradedOnceNothingWaitsForATeacher() {
        handInFor("{}");

        add(certain());

        assertThat(teachersView("en").get("state").asString()).isEqualTo("graded");
        assertThat(studentsView().get("marks")).isEmpty();
        change("{\"release\": \"automatic\"}");
        assertThat(studentsView().get("state").asString()).isEqualTo("released");
        assertThat(studentsView().get("score").get("value").decimalValue())
                .isEqualByComparingTo("8.5");
    }

    @Test
    void keepsThePhotosThatShownMarksWereGivenFor() {
        handInFor("{}");
        add(certain());
        change("{\"release\": \"automatic\"}");

        var refused =
                Form.of("page", PHOTO)
                        .send(
                                http().as(school.token(school.student())),
                                "PUT",
                                path() + "/pages/1");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("code").asString()).isEqualTo("marks-released");
    }

    @Test
    void listsScoresForTeachers() {
        handInFor("{}");
        var path = "/api/v1/assignments/" + assignment + "/submissions";
        assertThat(asTeacher().get(path).json().get("items").get(0).get("score").isNull()).isTrue();

        add(certain());

        var score = asTeacher().get(path).json().get("items").get(0).get("score");
        assertThat(score.get("value").decimalValue()).isEqualByComparingTo("8.5");
    }

    @Test
    void marksByTheNewestKey() {
        handInFor("{}");
        add(certain());

        tenant.in(
                school.id(),
                () ->
                        jdbc.sql(
                                        """
                                        insert into assignment_keys
                                            (assignment_id, version, school_id, keys, created_by)
                                        select assignment_id, 2, school_id, jsonb_set(keys, '{q4}',
                                            '{"answers": ["48"], "points": 2, "bonus": true}'),
                                            created_by
                                        from assignment_keys where assignment_id = ?::uuid
                                        """)
                                .param(assignment)
                                .update());

        var view = teachersView("en");
        assertThat(view.get("marks").get(3).get("verdict").asString()).isEqualTo("right");
        assertThat(view.get("marks").get(3).get("keyVersion").asInt()).isEqualTo(2);
        assertThat(view.get("score").get("value").decimalValue()).isEqualByComparingTo("10.5");
        assertThat(view.get("score").get("max").decimalValue()).isEqualByComparingTo("14.5");
    }

    @Test
    void countsNoAnswerOfAPhotoThatHasToBeTakenAgain() {
        handInFor("{}");
        add(certain());

        readings.add(worksheetRead("r2", new SheetIdentity(1, "1002", null), certain()));

        var view = teachersView("en");
        assertThat(view.get("state").asString()).isEqualTo("retake");
        assertThat(view.get("marks").findValuesAsString("verdict")).containsOnly("not-marked");
        assertThat(view.get("score").isNull()).isTrue();
    }

    @Test
    void drawsWhatTheReaderMaySee() throws IOException {
        handInFor("{}");
        add(doubtful());

        var teachers = annotated(school.token(school.teacher()));
        assertThat(red(teachers)).isGreaterThan(300);
        assertThat(annotated(student())).isEqualTo(PREVIEW);

        change("{\"release\": \"automatic\", \"showAnswers\": \"never\"}");
        var students = annotated(student());
        assertThat(red(students)).isGreaterThan(200).isLessThan(red(teachers));
    }

    private Http asTeacher() {
        return http().as(school.token(school.teacher()));
    }

    private String student() {
        return school.token(school.student());
    }

    private JsonNode teachersView(String language) {
        return asTeacher().header("Accept-Language", language).get(path()).json();
    }

    private JsonNode studentsView() {
        return http().as(student()).get(path()).json();
    }

    private void change(String terms) {
        var changed = asTeacher().patch("/api/v1/assignments/" + assignment, terms);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    private void handInFor(String terms) {
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
        submission =
                accepted(
                        Form.of("pages", PHOTO)
                                .send(
                                        http().as(student()),
                                        "POST",
                                        "/api/v1/assignments/" + assignment + "/submissions"));
    }

    private void add(List<Item> items) {
        var read = worksheetRead("r1", new SheetIdentity(1, "1001", null), items);
        store.put(preview(read), PREVIEW, "image/jpeg");
        readings.add(read);
    }

    /** Right, right, wrong, wrong, right in another form, doubtful, blank. */
    private static List<Item> doubtful() {
        return items(State.DOUBTFUL);
    }

    private static List<Item> certain() {
        return items(State.OK);
    }

    private static List<Item> items(State letter) {
        return List.of(
                item(1, Kind.CHOICE, "B", State.OK),
                item(2, Kind.CHOICE, "AD", State.OK),
                item(3, Kind.TRUE_FALSE, "F", State.OK),
                item(4, Kind.DIGITS, "48", State.OK),
                item(5, Kind.DIGITS, "-04.5", State.OK),
                item(6, Kind.LETTERS, "C", letter),
                item(7, Kind.FREE, null, State.BLANK));
    }

    private static Item item(int number, Kind kind, @Nullable String response, State state) {
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

    private PageRead worksheetRead(String version, SheetIdentity sheet, List<Item> items) {
        var event =
                event(
                        school.id(),
                        SubmissionId.of(id()),
                        new PageId(pageId(submission, 0)),
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

    private byte[] annotated(String token) throws IOException {
        try (var jpeg = http().as(token).stream(path() + "/pages/1/annotated")) {
            return jpeg.readAllBytes();
        }
    }

    private String firstEvent() throws IOException {
        try (var stream = http().as(student()).stream(path() + "/events");
                var lines = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
            var line = "";
            while (!line.startsWith("data:")) {
                line = Objects.requireNonNull(lines.readLine());
            }
            return line;
        }
    }

    private static int red(byte[] jpeg) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(jpeg));
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                if ((rgb >> 16 & 0xFF) - (rgb & 0xFF) > 60) {
                    count++;
                }
            }
        }
        return count;
    }
}
