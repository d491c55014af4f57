package io.hongbi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.testsupport.Browser;
import java.nio.file.Path;

/** The page of the demo's teacher, on a phone. */
final class TeachersPage {

    static final String ENTER = "\uE007"; // as WebDriver writes it

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private TeachersPage() {}

    static Browser signedIn(RunningSuite suite, String language) {
        var browser = Browser.open(language);
        browser.go(suite.school().url() + "/");
        browser.click("main button");
        browser.type("input[name=username]", "teacher");
        browser.type("input[name=password]", "hongbi-demo");
        browser.click("button[type=submit]");
        browser.text("main select");
        return browser;
    }

    /** Nothing sticks out at the side, and there is a picture to look at. */
    static void fitsThePhone(Browser browser, String name) {
        browser.screenshot(SCREENSHOTS.resolve(name + ".png"));
        assertThat(browser.run("return document.documentElement.scrollWidth - innerWidth").asInt())
                .as("pixels beyond the screen of " + name)
                .isLessThanOrEqualTo(0);
    }
}
