package io.hongbi.acceptance;

import static io.hongbi.acceptance.TeachersPage.ENTER;
import static io.hongbi.acceptance.TeachersPage.fitsThePhone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hongbi.testsupport.Browser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What a teacher does with the marks of the demo's worksheet, on a phone. */
class TeachersPageIT {

    private final RunningSuite suite = RunningSuite.shared();
    private final Http teacher = as("TEACHER_TOKEN");
    private final Http student = as("STUDENT_TOKEN");
    private final String assignment = suite.school().value("WORKSHEET_ASSIGNMENT_ID");

    @TempDir private Path folder;

    @BeforeEach
    void needsABrowser() {
        assumeTrue(
                Browser.driver().isPresent(),
                "skipped: no chromedriver on the PATH (Debian: chromium-driver)");
    }

    @ParameterizedTest
    @CsvSource({
        "zh-CN, 得分率, 学生看得到成绩。, 学生看不到成绩。",
        "en-US, Facility, Students see their marks., Students see no marks."
    })
    void releasesTheMarksAndTakesThemBack(
            String language, String facility, String released, String takenBack) {
        try (var browser = signedIn(language)) {
            go(browser, "marks");
            browser.awaitText(".matrix tfoot", facility);
            var rows = browser.run("return document.querySelectorAll('.matrix tbody tr').length");
            assertThat(rows.asInt()).isGreaterThanOrEqualTo(5);
            fitsThePhone(browser, "matrix-" + language);

            browser.click("#release");
            browser.awaitText("#release-state", released);
            assertThat(scores(student)).isNotEmpty();

            browser.click("#unrelease");
            browser.awaitText("#release-state", takenBack);
            assertThat(scores(student)).isEmpty();
            assertThat(browser.errors()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 关系", "en-US, at stake"})
    void decidesAnAnswerWithAKeyAndTakesItBack(String language, String atStake) {
        var waiting = waiting();
        try (var browser = signedIn(language)) {
            go(browser, "review");
            browser.awaitText("#answer", atStake);
            fitsThePhone(browser, "review-" + language);

            browser.type("#correction", "1" + ENTER);
            browser.awaitText("#answer", "1 / " + (waiting.size() - 1));
            assertThat(waiting()).isEqualTo(waiting.subList(1, waiting.size()));

            browser.click("#undo");
            browser.awaitText("#answer", "1 / " + waiting.size());
            assertThat(waiting()).isEqualTo(waiting);
            go(browser, "actions");
            browser.awaitText("ol", language.startsWith("zh") ? "撤销" : "Und");
            fitsThePhone(browser, "actions-" + language);
            assertThat(browser.errors()).isEmpty();
        }
    }

    @Test
    void triesAKeyBeforeItCounts() {
        try (var browser = signedIn("zh-CN")) {
            go(browser, "key");
            browser.text("#try");
            browser.run("document.getElementById('answers-q1').value = ''");
            browser.type("#answers-q1", "A | B | C | D");
            browser.click("#try");

            browser.awaitText("#outcome", "不变");
            fitsThePhone(browser, "key-zh-CN");
            assertThat(browser.errors()).isEmpty();
        }
    }

    @Test
    void saysThatASheetIsTheStudentsAfterAll() throws IOException {
        var sheets = new TeachersSheet(suite, folder);
        var sheet = sheets.made();
        var another = sheets.assigned(sheet);
        var read = sheets.handedIn(another, sheets.photographed(sheet, 1, "{\"q1\": \"B\"}"));
        int pages = sheet.path("pages").asInt();
        var path = "/api/v1/submissions/" + read.path("id").asString();
        try (var browser = signedIn("zh-CN")) {
            browser.run("location.hash = '#/assignments/%s'".formatted(another));
            browser.click("[data-submission] button");
            browser.awaitText("main", "这是这位学生的作业纸");
            fitsThePhone(browser, "belongs-zh-CN");

            for (int page = 1; page <= pages; page++) {
                browser.click("[data-belongs='" + page + "']");
                browser.awaitText("[data-page='" + page + "']", "看清楚了");
            }

            assertThat(teacher.json(path).path("state").asString()).isIn("needs-review", "graded");
            assertThat(browser.errors()).isEmpty();
        }
    }

    private void go(Browser browser, String part) {
        browser.run("location.hash = '#/assignments/%s/%s'".formatted(assignment, part));
    }

    private Browser signedIn(String language) {
        return TeachersPage.signedIn(suite, language);
    }

    /** Answers that wait for the teacher, in their order. */
    private List<String> waiting() {
        return teacher.json("/api/v1/assignments/" + assignment + "/review-items?limit=200")
                .path("items")
                .valueStream()
                .map(item -> item.path("submissionId").asString() + item.path("itemId").asString())
                .toList();
    }

    /** Of the student's submissions to the assignment, as far as they may be seen. */
    private List<JsonNode> scores(Http reader) {
        return teacher.json("/api/v1/assignments/" + assignment + "/submissions?limit=200")
                .path("items")
                .valueStream()
                .map(line -> reader.json("/api/v1/submissions/" + line.path("id").asString()))
                .map(submission -> submission.path("score"))
                .filter(JsonNode::isObject)
                .toList();
    }

    private Http as(String token) {
        return new Http(suite.school().url(), suite.school().value(token));
    }
}
