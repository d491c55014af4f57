package io.hongbi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hongbi.local.client.Photo;
import io.hongbi.local.client.Samples;
import io.hongbi.local.process.Waiting;
import io.hongbi.testsupport.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pupil and a teacher do on a phone, in a real browser against the running suite. */
class BrowserIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String PASSWORD = "hongbi-demo";

    private final RunningSuite suite = RunningSuite.shared();

    @TempDir private Path folder;

    @BeforeEach
    void needsABrowser() {
        assumeTrue(
                Browser.driver().isPresent(),
                "skipped: no chromedriver on the PATH (Debian: chromium-driver)");
    }

    @Test
    void aPupilSignsInHandsInTwoPagesAndIsToldWhichToTakeAgain() throws IOException {
        try (var browser = Browser.open("zh-CN")) {
            signIn(browser, "student");
            browser.click("a[href='#/assignments/%s']".formatted(suite.school().notesAssignment()));
            browser.type("input[type=file][multiple]", photos("good", "not-homework"));
            browser.click("button.primary.wide");

            browser.awaitText("main", "看清楚了");
            var told = browser.awaitText("main", "要重拍");

            assertThat(told).contains("这看起来不是作业", "重拍第 2 页").doesNotContain("false");
            browser.screenshot(SCREENSHOTS.resolve("pupil.png"));
            assertThat(browser.errors()).isEmpty();
        }
    }

    @Test
    void theTraceOfAnUploadBeginsInTheBrowserAndReachesTheInbox() throws IOException {
        try (var browser = Browser.open("zh-CN")) {
            signIn(browser, "student");
            browser.click("a[href='#/assignments/%s']".formatted(suite.school().notesAssignment()));
            browser.run(
                    """
                    const set = XMLHttpRequest.prototype.setRequestHeader;
                    XMLHttpRequest.prototype.setRequestHeader = function (name, value) {
                        if (name === "traceparent") window.begun = value.split("-")[1];
                        set.call(this, name, value);
                    };
                    """);
            browser.type("input[type=file][multiple]", photos("good"));
            browser.click("button.primary.wide");
            browser.awaitText("main", "看清楚了");

            var begun = browser.run("return window.begun").asString();

            assertThat(begun).hasSize(32);
            assertThat(Waiting.until(() -> isTold(begun), Duration.ofSeconds(30))).isTrue();
        }
    }

    private boolean isTold(String trace) {
        var student = new Http(suite.school().url(), suite.school().student());
        return student.json("/api/v1/me/inbox")
                .path("items")
                .valueStream()
                .anyMatch(entry -> entry.path("traceId").asString("").equals(trace));
    }

    @Test
    void aPupilSeesEverySumWithItsReason() throws IOException {
        Files.write(
                folder.resolve("sums.jpg"),
                new Samples(suite.place()).ofSums(1).getFirst().bytes());
        try (var browser = Browser.open("zh-CN")) {
            signIn(browser, "student2");
            browser.click("a[href='#/assignments/%s']".formatted(suite.school().sumsAssignment()));
            browser.type("input[type=file][multiple]", folder.resolve("sums.jpg").toString());
            browser.click("button.primary.wide");

            browser.awaitText("#score", "得分");
            browser.click("summary");
            var told = browser.awaitText("main details", "写的是");

            assertThat(told).contains(" = ").doesNotContain("undefined", "()");
            browser.screenshot(SCREENSHOTS.resolve("sums.png"));
            assertThat(browser.errors()).isEmpty();
        }
    }

    @Test
    void aTeacherSeesWhoHandedIn() {
        try (var browser = Browser.open("en-US")) {
            signIn(browser, "teacher");
            browser.awaitText("main", "What was handed in");
            browser.run(
                    "location.hash = '#/assignments/%s'"
                            .formatted(suite.school().notesAssignment()));

            browser.awaitText("main", "Handed in");
            browser.screenshot(SCREENSHOTS.resolve("teacher.png"));
            assertThat(browser.errors()).isEmpty();
        }
    }

    private void signIn(Browser browser, String name) {
        browser.go(suite.school().url() + "/");
        browser.click("main button");
        browser.type("input[name=username]", name);
        browser.type("input[name=password]", PASSWORD);
        browser.click("button[type=submit]");
    }

    /** Samples of these kinds as files, one path a line. */
    private String photos(String... kinds) throws IOException {
        var every = new Samples(suite.place()).ofEveryKind();
        for (String kind : kinds) {
            Files.write(folder.resolve(kind + ".jpg"), sample(every, kind).bytes());
        }
        return List.of(kinds).stream()
                .map(kind -> folder.resolve(kind + ".jpg").toString())
                .collect(Collectors.joining("\n"));
    }

    private static Photo sample(List<Photo> every, String kind) {
        return every.stream()
                .filter(photo -> photo.name().startsWith(kind))
                .findFirst()
                .orElseThrow();
    }
}
