package io.hongbi.submission.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.reading.SheetIdentity;
import io.hongbi.submission.intake.Form;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Marks of a worksheet: what they are, and who sees them. */
class MarksIT extends WorksheetFixture {

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
        assertThat(firstEvent()) // ids may end in 43
                .doesNotContainPattern("[^0-9a-f]43\"")
                .doesNotContain("score", "mark")
                .contains("needs-review");
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
        assertThat(never.body()) // ids may end in 43
                .doesNotContainPattern("[^0-9a-f]43\"")
                .doesNotContain("answer is");

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

        asTeacher()
                .post(
                        "/api/v1/assignments/" + assignment + "/keys",
                        "{\"keys\": {\"q4\": {\"answers\": [\"48\"], \"bonus\": true}}}");

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
