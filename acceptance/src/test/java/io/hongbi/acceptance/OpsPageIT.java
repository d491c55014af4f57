package io.hongbi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.hongbi.local.client.Api;
import io.hongbi.local.client.Samples;
import io.hongbi.testsupport.Browser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What whoever is on call sees in a real browser, of a page that went the whole way. */
class OpsPageIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final RunningSuite suite = RunningSuite.shared();

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

        try (var browser = Browser.open("zh-CN")) {
            browser.go(suite.school().url() + "/");
            browser.click("main button");
            browser.type("input[name=username]", "ops");
            browser.type("input[name=password]", "hongbi-demo");
            browser.click("button[type=submit]");

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
}
