package io.hongbi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hongbi.local.client.Api;
import io.hongbi.local.client.Samples;
import io.hongbi.local.process.Waiting;
import io.hongbi.testsupport.Browser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What whoever is on call sees in a real browser, of a page that went the whole way. */
class OpsPageIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final String CAUSE = "li[data-cause=unreadable-layout] ";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunningSuite suite = RunningSuite.shared();

    @TempDir private Path folder;

    @BeforeEach
    void needsABrowser() {
        assumeTrue(
                Browser.driver().isPresent(),
                "skipped: no chromedriver on the PATH (Debian: chromium-driver)");
    }

    @Test
    void showsTheFlowAndThePagesOfAReceipt() throws IOException {
        var api = new Api(suite.school());
        var photo = new Samples(suite.place()).good(1, 2).getFirst();
        var handedIn = api.handIn(List.of(photo), UUID.randomUUID().toString());
        var receipt = api.get("/submissions/" + handedIn.id()).at("/receipt/code").asString();

        try (var browser = signedIn()) {
            browser.awaitText("#flow", "还没看的页");
            browser.awaitText("#dead-letters", "没有放弃的页");
            browser.type("#page-or-receipt", receipt);
            browser.click("form button[type=submit]");
            browser.awaitText("#story", receipt);
            browser.screenshot(SCREENSHOTS.resolve("ops.png"));

            assertThat(browser.text("#story")).contains("已通知").doesNotContain("undefined");
            assertThat(browser.errors()).isEmpty();
        }
    }

    /** A layout that cannot be read makes its pages dead letters, until it is put right. */
    @Test
    void replaysAndDiscardsPagesThatWereGivenUp() throws IOException {
        var sheets = new TeachersSheet(suite, folder);
        var sheet = sheets.made();
        var assignment = sheets.assigned(sheet);
        var layout = schoolFolder().resolve("layouts/" + sheet.path("id").asString() + "-1.json");
        Files.createDirectories(layout.getParent());
        Files.writeString(layout, "no layout");

        try (var browser = signedIn()) {
            var page = handedIn(assignment);
            browser.awaitText("#dead-letters", "unreadable-layout");
            browser.click(CAUSE + ".try");
            browser.awaitText("#dead-letters", "会重新看 1 页");
            browser.screenshot(SCREENSHOTS.resolve("ops-given-up.png"));
            assertThat(state(page)).isEqualTo("failed");

            browser.type(CAUSE + "input", "试一试");
            browser.run("window.confirm = () => true; return 0;");
            browser.click(CAUSE + ".discard");
            browser.awaitText("#dead-letters", "没有放弃的页");
            assertThat(state(page)).isEqualTo("failed");

            var other = handedIn(assignment);
            browser.awaitText("#dead-letters", "unreadable-layout");
            Files.write(layout, sheets.layout(sheet));
            browser.click(CAUSE + ".replay");
            browser.awaitText("#dead-letters", "没有放弃的页");
            assertThat(Waiting.until(() -> state(other).equals("retake"), PATIENCE)).isTrue();
            assertThat(state(page)).isEqualTo("failed");
            assertThat(browser.errors()).isEmpty();
        }
    }

    private Browser signedIn() {
        var browser = Browser.open("zh-CN");
        browser.go(suite.school().url() + "/");
        browser.click("main button");
        browser.type("input[name=username]", "ops");
        browser.type("input[name=password]", "hongbi-demo");
        browser.click("button[type=submit]");
        return browser;
    }

    /** Where the school's objects lie: wherever a page of it does. */
    private Path schoolFolder() throws IOException {
        var api = new Api(suite.school());
        var id = handedIn(suite.school().value("NOTES_ASSIGNMENT_ID"));
        var page = api.get("/submissions/" + id).at("/pages/0/pageId").asString();
        try (var files = Files.walk(suite.place().local().resolve("objects"))) {
            return files.filter(file -> file.endsWith("photos/" + page + ".jpg"))
                    .map(file -> file.resolve("../..").normalize())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private String handedIn(String assignment) throws IOException {
        var photo = new Samples(suite.place()).good(1, 2).getFirst();
        var api = new Api(suite.school());
        return api.handIn(assignment, List.of(photo), UUID.randomUUID().toString()).id();
    }

    private String state(String submission) {
        try {
            var api = new Api(suite.school());
            return api.get("/submissions/" + submission).path("state").asString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
