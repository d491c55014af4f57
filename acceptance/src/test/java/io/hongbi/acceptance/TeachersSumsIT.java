package io.hongbi.acceptance;

import static io.hongbi.acceptance.TeachersPage.ENTER;
import static io.hongbi.acceptance.TeachersPage.fitsThePhone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hongbi.local.client.Photo;
import io.hongbi.local.client.Samples;
import io.hongbi.local.process.Waiting;
import io.hongbi.testsupport.Browser;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a teacher does with the marks of sums, which have no key, on a phone. */
class TeachersSumsIT {

    private final RunningSuite suite = RunningSuite.shared();
    private final Http teacher = as("TEACHER_TOKEN");
    private final Http student = as("STUDENT_TOKEN");
    private final String assignment = suite.school().sumsAssignment();

    @BeforeEach
    void needsABrowser() {
        assumeTrue(
                Browser.driver().isPresent(),
                "skipped: no chromedriver on the PATH (Debian: chromium-driver)");
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 正确答案", "en-US, right is"})
    void decidesASumThatWaits(String language, String rightAnswer) {
        var waiting = untilTwoWait();
        var first = waiting.getFirst();
        try (var browser = TeachersPage.signedIn(suite, language)) {
            browser.run("location.hash = '#/assignments/%s'".formatted(assignment));
            browser.click(".ways a[href$='/review']");
            browser.awaitText("#answer", rightAnswer);
            assertThat(Waiting.until(() -> showsTheAnswer(browser), Duration.ofSeconds(20)))
                    .isTrue();
            fitsThePhone(browser, "review-sums-" + language);
            assertThat(browser.text("#asks")).isEqualTo(printed(first));
            assertThat(browser.text("main")).doesNotContain(first.path("itemId").asString());

            browser.type("#correction", "1" + ENTER);
            browser.awaitText("#answer", "1 / " + (waiting.size() - 1));
            assertThat(waiting()).hasSize(waiting.size() - 1);

            browser.click(".ways a[href$='/actions']");
            browser.awaitText("ol", printed(first));
            fitsThePhone(browser, "actions-sums-" + language);
            browser.click(".ways a[href$='/marks']");
            browser.text(".matrix tbody tr");
            fitsThePhone(browser, "matrix-sums-" + language);
            assertThat(browser.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"+, 1", "\uE017, 0"}) // Delete, as WebDriver writes it
    void saysWithAKeyWhetherASumIsRight(String key, int mark) {
        var waiting = untilTwoWait();
        var first = waiting.getFirst();
        try (var browser = TeachersPage.signedIn(suite, "zh-CN")) {
            browser.run("location.hash = '#/assignments/%s/review'".formatted(assignment));
            browser.awaitText("#asks", printed(first));

            browser.type("#correction", key);
            browser.awaitText("#answer", "1 / " + (waiting.size() - 1));

            var path = "/api/v1/submissions/" + first.path("submissionId").asString();
            assertThat(teacher.json(path).path("marks").valueStream())
                    .filteredOn(each -> each.path("itemId").equals(first.path("itemId")))
                    .extracting(each -> each.path("mark").asInt())
                    .containsExactly(mark);
        }
    }

    @Test
    void goesFromAPhotoToTheEarlierOne() {
        var photo = photos().getLast(); // no other test hands it in
        var earlier = handIn(student, photo);
        var copy = handIn(as("STUDENT2_TOKEN"), photo);
        var line = "[data-submission='%s'] ".formatted(copy.path("id").asString());
        try (var browser = TeachersPage.signedIn(suite, "zh-CN")) {
            browser.run("location.hash = '#/assignments/%s'".formatted(assignment));
            browser.click(line + "button");
            var link = line + "a[href='#/submissions/%s']".formatted(earlier.path("id").asString());
            assertThat(browser.text(link)).startsWith(nameOf(earlier));
            browser.run("document.querySelector('[data-seen-before]').scrollIntoView()");
            fitsThePhone(browser, "seen-before-zh-CN");

            browser.click(link);

            assertThat(browser.awaitText("h1", nameOf(earlier))).isEqualTo(nameOf(earlier));
            browser.awaitText("main", "看清楚了");
            fitsThePhone(browser, "submission-zh-CN");
            assertThat(browser.errors()).isEmpty();
        }
    }

    private static boolean showsTheAnswer(Browser browser) {
        var width = browser.run("return document.querySelector('.crop')?.naturalWidth ?? 0");
        return width.asInt() > 50;
    }

    private JsonNode handIn(Http pupil, Photo photo) {
        return HandedIn.read(pupil, assignment, List.of(photo.bytes()));
    }

    private List<Photo> photos() {
        return new Samples(suite.place()).ofSums(8);
    }

    /** Hands in pages until two sums wait; on some pages nothing is doubtful. */
    private List<JsonNode> untilTwoWait() {
        for (var photo : photos()) {
            handIn(student, photo);
            var waiting = waiting();
            if (waiting.size() >= 2) {
                return waiting;
            }
        }
        throw new AssertionError("No sample leaves two sums waiting");
    }

    /** Number and name, as the page puts them. */
    private String nameOf(JsonNode submission) {
        return teacher.json(
                        "/api/v1/classes/%s/students".formatted(suite.school().value("CLASS_ID")))
                .path("items")
                .valueStream()
                .filter(each -> each.path("id").equals(submission.path("studentId")))
                .map(each ->
                        each.path("studentNumber").asString() + " " + each.path("name").asString())
                .findFirst()
                .orElseThrow();
    }

    /** Sums that wait for the teacher, in their order. */
    private List<JsonNode> waiting() {
        return teacher.json("/api/v1/assignments/" + assignment + "/review-items?limit=200")
                .path("items")
                .valueStream()
                .toList();
    }

    /** What the page calls a sum. */
    private static String printed(JsonNode waiting) {
        var sum = waiting.at("/reading/expression").asString().replace("()...()", "()");
        return sum.replaceAll("([-+*/=<>])", " $1 ")
                .replace("()", " ＿ ")
                .replace('*', '×')
                .replace('/', '÷')
                .replaceAll(" +", " ")
                .replaceAll("= ＿ $", "=")
                .strip();
    }

    private Http as(String token) {
        return new Http(suite.school().url(), suite.school().value(token));
    }
}
