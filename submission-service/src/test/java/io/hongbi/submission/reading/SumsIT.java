package io.hongbi.submission.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.event.PageRead;
import io.hongbi.common.id.PageId;
import io.hongbi.common.id.PersonId;
import io.hongbi.common.id.SubmissionId;
import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.Item.Kind;
import io.hongbi.common.reading.Item.State;
import io.hongbi.common.reading.Point;
import io.hongbi.common.storage.ObjectKey;
import io.hongbi.submission.Http;
import io.hongbi.submission.Http.Reply;
import io.hongbi.submission.intake.Form;
import io.hongbi.submission.intake.image.Samples;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Pages of sums: marked without a key, shown, decided about, whatever each page asks. */
class SumsIT extends ReadingFixture {

    private static final byte[] PREVIEW = Samples.jpeg(600, 800);

    private String assignment = "";

    @BeforeEach
    void assigned() {
        assignment = set("{\"title\": \"s\", \"kind\": \"arithmetic\"}").get("id").asString();
    }

    @Test
    void areOfferedAndShowMarksAtOnce() {
        var shown = asTeacher("en").get(path("")).json();

        assertThat(shown.get("kind").asString()).isEqualTo("arithmetic");
        assertThat(shown.get("release").asString()).isEqualTo("automatic");
        assertThat(shown.get("equalForms").asBoolean()).isTrue();
        assertThat(shown.get("worksheetId").isNull()).isTrue();
    }

    @Test
    void areMarkedOnEveryPageWithTheirReason() {
        handInTwoPages();

        var view = studentsView("en");

        assertThat(view.get("state").asString()).isEqualTo("needs-review");
        assertThat(view.get("marks").findValuesAsString("itemId"))
                .containsExactly("p1e1", "p1e2", "p1e3", "p2e1", "p2e2");
        assertThat(view.get("marks").findValuesAsString("verdict"))
                .containsExactly("right", "wrong", "blank", "right", "doubtful");
        assertThat(view.get("score").get("value").decimalValue()).isEqualByComparingTo("2");
        assertThat(view.get("score").get("max").decimalValue()).isEqualByComparingTo("5");
        assertThat(view.get("marks").get(1))
                .hasToString(
                        "{\"itemId\":\"p1e2\",\"page\":1,\"mark\":0,\"max\":1,\"verdict\":\"wrong\","
                                + "\"response\":\"41\",\"expected\":\"43\","
                                + "\"reason\":\"16 + 27 = 43, not 41\","
                                + "\"layer\":\"machine\",\"keyVersion\":1}");
        assertThat(view.get("marks").get(0).get("reason").asString()).isEqualTo("16 + 27 = 43");
        assertThat(view.get("marks").get(4).get("expected").isNull()).isTrue();
        assertThat(studentsView("zh").get("marks").get(1).get("reason").asString())
                .isEqualTo("16 + 27 = 43，写的是 41");
        var item = view.at("/pages/1/reading/items/0");
        assertThat(item.get("itemId").asString()).isEqualTo("p2e1");
        assertThat(item.get("expression").asString()).isEqualTo("17/5=");
        assertThat(item.get("cropUrl").asString()).contains("e1");
    }

    @Test
    void keepRightAnswersFromStudentsAsTheAssignmentSays() {
        change("{\"showAnswers\": \"never\"}");
        handInTwoPages();

        var view = studentsView("en");

        assertThat(view.get("marks").get(1).get("expected").isNull()).isTrue();
        assertThat(view.get("marks").get(1).get("reason").asString()).isEqualTo("41 is not right");
        assertThat(view.get("marks").get(0).get("reason").asString()).isEqualTo("16 + 27 = 43");
    }

    @Test
    void countOtherFormsUnlessTheAssignmentDoesNot() {
        handIn(school.student());
        add(submission, 0, List.of(sum(1, "5/2=", "2.50", State.OK)));
        var before = studentsView("en");
        assertThat(before.get("marks").get(0).get("reason").asString()).isEqualTo("5 ÷ 2 = 2.50");

        change("{\"equalForms\": false}");

        var after = studentsView("en");
        assertThat(after.get("marks").get(0).get("verdict").asString()).isEqualTo("wrong");
        assertThat(after.get("marks").get(0).get("reason").asString())
                .isEqualTo("2.50 equals 2.5, which is how it has to be written here");
        assertThat(after.get("version").asLong()).isEqualTo(before.get("version").asLong() + 1);
        assertThat(asTeacher("en").patch(path(""), "{\"equalForms\": null}").status())
                .isEqualTo(400);
    }

    @Test
    void areDecidedAboutOneByOneAndAllAlike() {
        handInTwoPages();
        var doubtful = List.of(sum(7, "5()3", ">", State.DOUBTFUL));
        var other = accepted(handIn(school.student2(), PHOTO));
        add(other, 0, doubtful);

        var decided = override("p2e2", "{\"response\": \">\", \"scope\": \"group\"}");

        assertThat(decided.status()).as(decided.body()).isEqualTo(201);
        assertThat(decided.json().get("changed").asInt()).isEqualTo(2);
        assertThat(view(school, school.teacher(), other).get("state").asString())
                .isEqualTo("released");
        assertThat(studentsView("en").get("state").asString()).isEqualTo("released");
        assertThat(studentsView("en").get("marks").get(4).get("layer").asString())
                .isEqualTo("teacher");
        override("p1e2", "{\"mark\": 0.5, \"comment\": \"nearly\"}");
        assertThat(studentsView("en").get("score").get("value").decimalValue())
                .isEqualByComparingTo("3.5");
        assertThat(override("p1e2", "{\"mark\": 1.5}").status()).isEqualTo(400);
        assertThat(override("p9e9", "{\"mark\": 1}").status()).isEqualTo(404);
        var undo = "/api/v1/actions/" + decided.json().get("actionId").asString() + ":undo";
        assertThat(asTeacher("en").post(undo, "").json().get("changed").asInt()).isEqualTo(2);
        assertThat(studentsView("en").get("state").asString()).isEqualTo("needs-review");
        var summary = asTeacher("en").get(path("/actions")).json().at("/items/1/summary");
        assertThat(summary.get("expression").asString()).isEqualTo("16+27=");
        assertThat(summary.get("submissionId").asString()).isEqualTo(id());
    }

    @Test
    void forgetADecisionWhereAnotherReadingShowsAnotherSum() {
        handIn(school.student());
        add(submission, 0, List.of(sum(1, "16+27=", "43", State.DOUBTFUL)));
        override("p1e1", "{\"mark\": 1}");
        assertThat(studentsView("en").get("state").asString()).isEqualTo("released");

        readings.add(
                read(submission, 0, "r2", List.of(sum(1, "16+21=", "43", State.DOUBTFUL)), null));

        assertThat(studentsView("en").get("marks").get(0).get("verdict").asString())
                .isEqualTo("doubtful");
        assertThat(layers("p1e1").get("overrides")).isEmpty();
    }

    @Test
    void explainTheirLayers() {
        handInTwoPages();
        override("p1e2", "{\"mark\": 1}");

        var layers = layers("p1e2");

        assertThat(layers.at("/readings/0/item/expression").asString()).isEqualTo("16+27=");
        assertThat(layers.get("rule").isNull()).isTrue();
        assertThat(layers.get("overrides")).hasSize(1);
        assertThat(layers.at("/mark/verdict").asString()).isEqualTo("right");
        assertThat(status(school.token(school.student()), itemPath("p1e2") + "/layers"))
                .isEqualTo(403);
    }

    @Test
    void waitInTheReviewQueueWithWhatTheyAsk() {
        handInTwoPages();

        var waiting = asTeacher("en").get(path("/review-items")).json().get("items");

        assertThat(waiting).hasSize(1);
        assertThat(waiting.at("/0/itemId").asString()).isEqualTo("p2e2");
        assertThat(waiting.at("/0/reading/expression").asString()).isEqualTo("5()3");
        assertThat(waiting.at("/0/reading/page").asInt()).isEqualTo(2);
        assertThat(waiting.at("/0/atStake").decimalValue()).isEqualByComparingTo("0.7");
    }

    @Test
    void standInTheMatrixByScore() {
        handInTwoPages();

        var matrix = asTeacher("en").get(path("/matrix"));

        assertThat(matrix.status()).as(matrix.body()).isEqualTo(200);
        assertThat(matrix.json().get("items")).isEmpty();
        var first = matrix.json().get("students").get(0);
        assertThat(first.get("score").get("value").decimalValue()).isEqualByComparingTo("2");
        assertThat(first.get("state").asString()).isEqualTo("needs-review");
        assertThat(first.get("marks")).isEmpty();
        assertThat(first.get("verdicts")).isEmpty();
        assertThat(matrix.json().get("students").get(1).get("score").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?dryRun=true"})
    void needNoKey(String query) {
        var refused = asTeacher("en").post(path("/keys" + query), "{\"keys\": {\"p1e1\": \"43\"}}");

        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.json().get("code").asString()).isEqualTo("key-not-needed");
        assertThat(asTeacher("en").get(path("/keys")).json().get("keys")).isEmpty();
    }

    @Test
    void areTakenBackAndReleased() {
        handIn(school.student());
        assertThat(asTeacher("en").post(path(":release"), "").status()).isEqualTo(409);
        add(submission, 0, List.of(sum(1, "1+1=", "2", State.OK)));
        assertThat(studentsView("en").get("state").asString()).isEqualTo("released");

        asTeacher("en").post(path(":unrelease"), "");

        assertThat(studentsView("en").get("state").asString()).isEqualTo("graded");
        assertThat(studentsView("en").get("marks")).isEmpty();
        assertThat(asTeacher("en").post(path(":release"), "").status()).isEqualTo(200);
        assertThat(studentsView("en").get("marks")).hasSize(1);
    }

    @Test
    void areNoneOnAPageWithout() {
        handIn(school.student());
        add(submission, 0, List.of());

        var view = studentsView("en");

        assertThat(view.get("state").asString()).isEqualTo("released");
        assertThat(view.get("score").isNull()).isTrue();
        assertThat(view.get("marks")).isEmpty();
        assertThat(asTeacher("en").get(path("/matrix")).status()).isEqualTo(200);
        assertThat(asTeacher("en").get(path("/review-items")).json().get("items")).isEmpty();
    }

    @Test
    void areDrawnOnTheirPages() throws IOException {
        handInTwoPages();

        assertThat(red(annotated(1))).isGreaterThan(300);
        assertThat(red(annotated(2))).isGreaterThan(100);
    }

    @Test
    void bearTheirTotalOnTheFirstPageThatHasAny() throws IOException {
        submission = accepted(handIn(school.student(), PHOTO, Samples.jpeg(72, 72)));
        add(submission, 0, List.of());
        add(submission, 1, List.of(sum(1, "16+27=", null, State.BLANK)));

        assertThat(red(annotated(2))).isGreaterThan(300);
    }

    /** Right, wrong, blank; right, doubtful. */
    private void handInTwoPages() {
        submission = accepted(handIn(school.student(), PHOTO, Samples.jpeg(72, 72)));
        add(
                submission,
                0,
                List.of(
                        sum(1, "16+27=", "43", State.OK),
                        sum(2, "16+27=", "41", State.OK),
                        sum(3, "8+()=13", null, State.BLANK)));
        add(
                submission,
                1,
                List.of(sum(1, "17/5=", "3...2", State.OK), sum(2, "5()3", ">", State.DOUBTFUL)));
    }

    private void handIn(PersonId student) {
        submission = accepted(handIn(student, PHOTO));
    }

    private Reply handIn(PersonId student, byte[]... photos) {
        return Form.of("pages", photos)
                .send(http().as(school.token(student)), "POST", path("/submissions"));
    }

    private void add(JsonNode handedIn, int page, List<Item> items) {
        var read = read(handedIn, page, "r1", items, "crop-of-e1");
        store.put(Objects.requireNonNull(read.preview()), PREVIEW, "image/jpeg");
        readings.add(read);
    }

    private PageRead read(
            JsonNode handedIn,
            int page,
            String version,
            List<Item> items,
            @Nullable String cropOfFirst) {
        var event =
                event(
                        school.id(),
                        SubmissionId.of(handedIn.get("id").asString()),
                        new PageId(pageId(handedIn, page)),
                        version,
                        OK);
        Map<String, ObjectKey> crops =
                cropOfFirst == null || items.isEmpty()
                        ? Map.of()
                        : Map.of(
                                items.getFirst().itemId(),
                                new ObjectKey("schools/" + school.id() + "/" + cropOfFirst));
        return new PageRead(
                event.eventId(),
                event.occurredAt(),
                event.schoolId(),
                event.submissionId(),
                event.pageId(),
                event.reading().withItems(items),
                event.preview(),
                crops,
                event.trace());
    }

    private static Item sum(int number, String expression, @Nullable String response, State state) {
        int y = 400 * number;
        var region =
                List.of(
                        new Point(500, y),
                        new Point(1500, y),
                        new Point(1500, y + 250),
                        new Point(500, y + 250));
        return new Item(
                "e" + number,
                Kind.EXPRESSION,
                region,
                expression,
                response,
                state,
                new Confidence(state == State.DOUBTFUL ? 0.3 : 0.98),
                List.of());
    }

    private JsonNode set(String json) {
        var set = asTeacher("en").post(school.classPath() + "/assignments", json);
        assertThat(set.status()).as(set.body()).isEqualTo(201);
        return set.json();
    }

    private void change(String terms) {
        var changed = asTeacher("en").patch(path(""), terms);
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
    }

    private Reply override(String item, String body) {
        return asTeacher("en").post(itemPath(item) + "/overrides", body);
    }

    private JsonNode layers(String item) {
        var layers = asTeacher("en").get(itemPath(item) + "/layers");
        assertThat(layers.status()).as(layers.body()).isEqualTo(200);
        return layers.json();
    }

    private String itemPath(String item) {
        return path() + "/items/" + item;
    }

    private String path(String rest) {
        return "/api/v1/assignments/" + assignment + rest;
    }

    private JsonNode studentsView(String language) {
        return http().as(school.token(school.student()))
                .header("Accept-Language", language)
                .get(path())
                .json();
    }

    private Http asTeacher(String language) {
        return http().as(school.token(school.teacher())).header("Accept-Language", language);
    }

    private byte[] annotated(int page) throws IOException {
        try (var jpeg =
                http().as(school.token(school.student())).stream(
                        path() + "/pages/" + page + "/annotated")) {
            return jpeg.readAllBytes();
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
