package io.hongbi.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.hongbi.testsupport.Browser;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages in a real browser, with the suite behind the door played by {@link FakeSuite}. */
class PageIT extends GatewayFixture {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private FakeSuite suite = new FakeSuite(new byte[0]);

    @BeforeEach
    void startsTheSuite() throws IOException {
        assumeThat(Browser.driver()).as("a chromedriver on the PATH").isPresent();
        suite = new FakeSuite(photo(600, 800));
        SUBMISSION.answers(suite);
        NOTIFICATION.answers(exchange ->
                FakeService.answer(exchange, 200, "{\"items\":[],\"nextCursor\":null}"));
    }

    @Test
    void welcomesInTheLanguageOfTheBrowserAndOfChoice() {
        try (var browser = Browser.open("zh-CN")) {
            browser.go(page());

            browser.awaitText("#sign-in", "登录");
            browser.screenshot(SCREENSHOTS.resolve("welcome-zh.png"));
            browser.click("#speak-en");
            browser.awaitText("#sign-in", "Sign in");
            assertThat(browser.run("return document.documentElement.lang").asString())
                    .isEqualTo("en");
            assertThat(browser.errors()).isEmpty();
        }
        try (var browser = Browser.open("en-GB")) {
            browser.go(page());

            browser.awaitText("#sign-in", "Sign in");
        }
    }

    @Test
    void takesAStudentFromPhotosToTheResult(@TempDir Path folder) throws IOException {
        var first = Files.write(folder.resolve("1.jpg"), turned(photo(4032, 3024)));
        var second = Files.write(folder.resolve("2.jpg"), photo(1000, 1300));
        try (var browser = Browser.open("zh-CN")) {
            signIn(browser, "student");
            browser.screenshot(SCREENSHOTS.resolve("assignments.png"));
            browser.click("a[href='#/assignments/" + FakeSuite.ASSIGNMENT + "']");
            browser.awaitText("h1", "口算练习 <b>12</b>");

            browser.type("input[multiple]", first + "\n" + second);
            browser.screenshot(SCREENSHOTS.resolve("photos.png"));
            browser.click("main button.primary");

            assertThat(browser.text("#receipt")).isEqualTo("7K4M-2Q9X");
            assertThat(suite.photos).hasSize(2);
            assertSize(suite.photos.get(0), 1800, 2400);
            assertSize(suite.photos.get(1), 1000, 1300);

            suite.becomes("retake");
            assertThat(browser.text("li[data-state=retake]")).contains("照片糊了", "重拍第 1 页");
            browser.screenshot(SCREENSHOTS.resolve("retake.png"));
            browser.type("li[data-page='1'] input[capture]", second.toString());
            assertThat(browser.text("li[data-state=waiting]")).contains("正在看");
            suite.becomes("graded");

            assertThat(browser.text("li[data-state=read]")).contains("62%");
            assertThat(
                            browser.run("return document.querySelector('.page img').naturalWidth")
                                    .asInt())
                    .isEqualTo(600);
            assertThat(browser.run("return document.documentElement.scrollWidth").asInt())
                    .isLessThanOrEqualTo(390);
            browser.screenshot(SCREENSHOTS.resolve("result.png"));
            assertThat(browser.errors()).isEmpty();
        }
    }

    @Test
    void keepsAStudentSignedInOverAReload() {
        try (var browser = Browser.open("en")) {
            signIn(browser, "student");
            browser.go(page());

            assertThat(browser.text("a.row")).contains("口算练习");
            assertThat(browser.run("return location.search").asString()).isEmpty();
        }
    }

    @Test
    void showsATeacherWhoHandedIn() {
        try (var browser = Browser.open("zh-CN")) {
            suite.becomes("graded");
            signIn(browser, "teacher");
            browser.run("location.hash = '#/assignments/" + FakeSuite.ASSIGNMENT + "'");

            assertThat(browser.text("li[data-submission] button")).contains("07 小红", "看完了");
            browser.click("li[data-submission] button");
            assertThat(browser.text("li[data-state=read]")).contains("写了一部分");
            browser.screenshot(SCREENSHOTS.resolve("teacher.png"));
            assertThat(browser.errors()).isEmpty();
        }
    }

    private void signIn(Browser browser, String name) {
        browser.go(page());
        browser.click("#sign-in");
        browser.type("input[name=username]", name);
        browser.click("button");
        browser.text("#main h1");
    }

    private String page() {
        return "http://127.0.0.1:" + port + "/";
    }

    private static void assertSize(byte[] jpeg, int width, int height) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
    }

    private static byte[] photo(int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.DARK_GRAY);
        for (var y = height / 20; y < height; y += height / 20) {
            graphics.drawLine(width / 10, y, width * 9 / 10, y);
        }
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return out.toByteArray();
    }

    /** Puts an EXIF orientation of 6 (turn right) behind the start of the file. */
    private static byte[] turned(byte[] jpeg) throws IOException {
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(new byte[] {(byte) 0xff, (byte) 0xe1, 0, 34});
        out.write("Exif\0\0MM\0*\0\0\0\b".getBytes(UTF_8));
        out.write(new byte[] {0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0});
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }
}
