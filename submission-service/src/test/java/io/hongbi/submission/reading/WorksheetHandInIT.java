package io.hongbi.submission.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.event.PageRead;
import io.hongbi.common.event.PageReceived;
import io.hongbi.common.id.PageId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.id.WorksheetId;
import io.hongbi.common.layout.SheetLayout;
import io.hongbi.common.reading.PageReading;
import io.hongbi.common.reading.SheetIdentity;
import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.intake.Form;
import io.hongbi.submission.worksheet.Sheets;
import io.hongbi.submission.worksheet.StoredLayouts;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WorksheetHandInIT extends ReadingFixture {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Two pages of A4. */
    private static final String LONG =
            """
            {"title": "t", "paper": "A4", "studentNumber": {"digits": 8, "as": "boxes"},
             "items": [{"kind": "free", "heightMm": 150, "points": 5},
                       {"kind": "free", "heightMm": 150, "points": 5}]}
            """;

    private WorksheetId worksheet = Sheets.ID;
    private String assignment = "";

    @BeforeEach
    void assignWorksheet() {
        var teacher = http().as(school.token(school.teacher()));
        var made = teacher.post("/api/v1/worksheets", LONG).json();
        worksheet = WorksheetId.of(made.get("id").asString());
        assertThat(made.get("pages").asInt()).isEqualTo(2);
        assignment =
                teacher.post(
                                school.classPath() + "/assignments",
                                "{\"title\": \"w\", \"kind\": \"worksheet\", \"worksheetId\": \""
                                        + worksheet
                                        + "\"}")
                        .json()
                        .get("id")
                        .asString();
        submission = accepted(handIn(1));
    }

    @Test
    void announcesWhereTheLayoutLies() throws IOException {
        var key = StoredLayouts.key(school.id(), worksheet, 1);

        var message = received(PageReceived.TOPIC, id(), 1).getFirst();

        var event = json.read(message.value(), PageReceived.class);
        assertThat(event.layout()).isEqualTo(key);
        try (var stored = store.open(key)) {
            assertThat(JSON.readValue(stored.readAllBytes(), SheetLayout.class).worksheetId())
                    .isEqualTo(worksheet);
        }
    }

    @Test
    void announcesItAgainWithTheLayout() {
        received(PageReceived.TOPIC, id(), 1);
        tenant.inSystem(() -> {
            jdbc.sql("update pages set sweep_at = now() - interval '1 s' where id = ?")
                    .param(pageId(submission, 0))
                    .update();
        });

        var messages = received(PageReceived.TOPIC, id(), 2);

        assertThat(messages)
                .extracting(message -> json.read(message.value(), PageReceived.class).layout())
                .containsOnly(StoredLayouts.key(school.id(), worksheet, 1));
    }

    @Test
    void sendsAnothersSheetBackWithoutShowingIt() {
        readings.add(read(submission, 0, new SheetIdentity(1, "1002", null)));

        var view = view(school, school.student(), submission);

        assertThat(view.get("state").asString()).isEqualTo("retake");
        var page = view.get("pages").get(0);
        assertThat(page.get("state").asString()).isEqualTo("retake");
        assertThat(page.get("reading").get("quality").get("verdict").asString())
                .isEqualTo("retake");
        assertThat(page.get("reading").get("quality").get("reasons").get(0).asString())
                .isEqualTo("wrong-student");
        assertThat(page.get("reading").get("items")).isEmpty();
        assertThat(page.get("reading").get("completion").isNull()).isTrue();
    }

    @Test
    void letsATeacherSayThatItIsTheStudentsAllTheSame() {
        readings.add(read(submission, 0, new SheetIdentity(1, "1002", null)));
        var teacher = http().as(school.token(school.teacher()));

        var said = teacher.patch(path() + "/pages/1", "{\"belongs\": true}");

        assertThat(said.status()).as(said.body()).isEqualTo(200);
        assertThat(stateOf(id())).isEqualTo("graded");
        var actions = "/api/v1/assignments/" + assignment + "/actions";
        var action = http().as(school.token(school.teacher())).get(actions).json().at("/items/0");
        assertThat(action.get("kind").asString()).isEqualTo("owner");
        assertThat(action.get("id")).isEqualTo(said.json().get("actionId"));
        http().as(school.token(school.teacher()))
                .post("/api/v1/actions/" + action.get("id").asString() + ":undo", "");
        assertThat(stateOf(id())).isEqualTo("retake");
    }

    @Test
    void letsOnlyThoseWhoTeachSayWhoseASheetIs() {
        var body = "{\"belongs\": true}";

        assertThat(
                        http().as(school.token(school.student()))
                                .patch(path() + "/pages/1", body)
                                .status())
                .isEqualTo(403);
        assertThat(
                        http().as(school.token(school.otherTeacher()))
                                .patch(path() + "/pages/1", body)
                                .status())
                .isEqualTo(404);
        var teacher = school.token(school.teacher());
        assertThat(http().as(teacher).patch(path() + "/pages/2", body).status()).isEqualTo(404);
        assertThat(http().as(teacher).patch(path() + "/pages/1", "{}").status()).isEqualTo(400);
        assertThat(
                        http().as(teacher)
                                .header("If-Match", "\"99\"")
                                .patch(path() + "/pages/1", body)
                                .status())
                .isEqualTo(412);
    }

    @Test
    void takesTheRightSheetInItsPlace() {
        readings.add(read(submission, 0, new SheetIdentity(1, "1002", null)));
        var retaken =
                Form.of("page", PHOTO)
                        .send(http().as(school.token(school.student())), "PUT", path() + "/pages/1")
                        .json();

        readings.add(read(retaken, 0, new SheetIdentity(1, "1001", null)));

        var page = view(school, school.student(), submission).get("pages").get(0);
        assertThat(page.get("state").asString()).isEqualTo("read");
        assertThat(page.get("reading").get("quality").get("reasons")).isEmpty();
        assertThat(page.get("reading").get("sheet").get("printedFor").asString()).isEqualTo("1001");
    }

    @Test
    void tellsWhichPagesAreMissingAndWhichAreThereTwice() {
        submission = accepted(handIn(2));
        readings.add(read(submission, 0, new SheetIdentity(2, null, null)));
        assertThat(sheet().get("missing")).isEmpty(); // the other photo may be of page 1

        readings.add(read(submission, 1, new SheetIdentity(2, null, null)));

        assertThat(sheet().get("pages").asInt()).isEqualTo(2);
        assertThat(sheet().get("missing")).extracting(JsonNode::asInt).containsExactly(1);
        assertThat(sheet().get("twice")).extracting(JsonNode::asInt).containsExactly(2);
    }

    @Test
    void takesPagesInAnyOrder() {
        submission = accepted(handIn(2));

        readings.add(read(submission, 0, new SheetIdentity(2, null, null)));
        readings.add(read(submission, 1, new SheetIdentity(1, null, null)));

        assertThat(sheet().get("missing")).isEmpty();
        assertThat(sheet().get("twice")).isEmpty();
    }

    private JsonNode sheet() {
        return view(school, school.student(), submission).get("sheet");
    }

    private Reply handIn(int photos) {
        var form = new byte[photos][];
        Arrays.fill(form, PHOTO);
        return Form.of("pages", form)
                .send(
                        http().as(school.token(school.student())),
                        "POST",
                        "/api/v1/assignments/" + assignment + "/submissions");
    }

    private PageRead read(JsonNode of, int page, @Nullable SheetIdentity sheet) {
        var event =
                event(
                        school.id(),
                        SubmissionId.of(of.get("id").asString()),
                        new PageId(pageId(of, page)),
                        "r1",
                        OK);
        var reading = event.reading();
        return new PageRead(
                event.eventId(),
                event.occurredAt(),
                event.schoolId(),
                event.submissionId(),
                event.pageId(),
                new PageReading(
                        reading.readerVersion(),
                        reading.photo(),
                        reading.quality(),
                        reading.homework(),
                        reading.completion(),
                        null,
                        sheet,
                        List.of()),
                event.preview(),
                event.crops(),
                event.trace());
    }
}
