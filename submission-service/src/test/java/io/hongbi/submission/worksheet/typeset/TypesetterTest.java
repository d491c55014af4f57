package io.hongbi.submission.worksheet.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.SheetItem;
import io.hongbi.common.layout.SheetPage;
import io.hongbi.common.layout.StudentNumber;
import io.hongbi.submission.worksheet.Sheets;
import io.hongbi.submission.worksheet.design.InvalidDesign;
import io.hongbi.submission.worksheet.design.InvalidDesign.Fault;
import io.hongbi.submission.worksheet.design.InvalidDesign.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class TypesetterTest {

    @Test
    void givesEveryItemItsPlaces() {
        var page = Sheets.set(Sheets.MIXED).layout().pages().getFirst();

        assertThat(page.items())
                .extracting(SheetItem::itemId)
                .containsExactly("q1", "q2", "q3", "q4", "q5", "q6", "q7");
        assertThat(page.items().get(4))
                .isInstanceOfSatisfying(
                        SheetItem.Digits.class,
                        digits -> {
                            assertThat(digits.sign()).isTrue();
                            assertThat(digits.decimals()).isEqualTo(1);
                            assertThat(digits.boxes()).hasSize(5);
                        });
        assertThat(page.studentNumber())
                .isInstanceOfSatisfying(
                        StudentNumber.Bubbles.class,
                        number -> assertThat(number.columns()).hasSize(8));
    }

    @Test
    void setsTheSameDesignAlike() {
        assertThat(Sheets.set(Sheets.MIXED)).isEqualTo(Sheets.set(Sheets.MIXED));
    }

    @Test
    void comesBackFromItsOwnJson() {
        var json = JsonMapper.builder().build();
        var sheet = Sheets.set(Sheets.MIXED);

        assertThat(json.readValue(json.writeValueAsString(sheet), TypesetSheet.class))
                .isEqualTo(sheet);
    }

    @Test
    void neverLetsTwoThingsTouch() {
        for (long seed = 0; seed < 100; seed++) {
            var sheet = Sheets.set(Sheets.random(seed));
            for (int i = 0; i < sheet.pages().size(); i++) {
                var places = sheet.layout().pages().get(i).places();
                assertThat(touching(places)).as("seed %d, page %d", seed, i + 1).isEmpty();
                assertThat(written(sheet.pages().get(i), places))
                        .as("text in places of seed %d, page %d", seed, i + 1)
                        .isEmpty();
            }
        }
    }

    @Test
    void losesNoItem() {
        for (long seed = 0; seed < 100; seed++) {
            var json = Sheets.random(seed);
            var items = Sheets.read(json).design().items().size();

            assertThat(Sheets.set(json).layout().pages().stream().map(SheetPage::items))
                    .as("seed %d", seed)
                    .satisfies(pages ->
                            assertThat(pages.stream().mapToInt(List::size).sum()).isEqualTo(items));
        }
    }

    @Test
    void keepsQuietZonesOfCornersAndCodeFree() {
        for (long seed = 0; seed < 100; seed++) {
            var sheet = Sheets.set(Sheets.random(seed));
            for (int i = 0; i < sheet.pages().size(); i++) {
                var layout = sheet.layout().pages().get(i);
                var texts = sheet.pages().get(i).marks().stream().flatMap(TypesetterTest::extent);
                assertThat(texts)
                        .as("seed %d, page %d", seed, i + 1)
                        .noneMatch(text -> text.comesWithin(2.7, layout.qr().box()))
                        .noneMatch(text ->
                                layout.fiducials().stream()
                                        .anyMatch(f -> text.comesWithin(1.67, f.box())));
            }
        }
    }

    @Test
    void refusesAnItemThatIsTallerThanAPage() {
        var wordy = "很长的题目。".repeat(150);

        assertThat(
                        refused(
                                "{\"kind\": \"free\", \"heightMm\": 220, \"points\": 1, \"prompt\": \""
                                        + wordy
                                        + "\"}"))
                .containsExactly(new Fault("/items/0/heightMm", Reason.TALLER_THAN_A_PAGE));
        assertThat(
                        refused(
                                "{\"kind\": \"true-false\", \"points\": 1, \"prompt\": \""
                                        + "题\\n".repeat(60)
                                        + "\"}"))
                .containsExactly(new Fault("/items/0/prompt", Reason.TALLER_THAN_A_PAGE));
    }

    @Test
    void refusesMoreThanTwentyPages() {
        var item = "{\"kind\": \"free\", \"heightMm\": 200, \"points\": 1},";

        assertThat(refused(item.repeat(21) + "{\"kind\": \"true-false\", \"points\": 1}"))
                .containsExactly(new Fault("/items", Reason.TOO_MANY_PAGES, 20));
    }

    private static List<Fault> refused(String items) {
        var json = "{\"title\": \"t\", \"paper\": \"A4\", \"items\": [" + items + "]}";
        return catchThrowableOfType(InvalidDesign.class, () -> Sheets.set(json)).faults();
    }

    private static List<String> touching(List<Box> places) {
        var touching = new ArrayList<String>();
        for (int i = 0; i < places.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (places.get(i).comesWithin(0.5, places.get(j))) {
                    touching.add(places.get(i) + " " + places.get(j));
                }
            }
        }
        return touching;
    }

    private static List<Mark> written(TypesetSheet.Page page, List<Box> places) {
        return page.marks().stream()
                .filter(mark ->
                        extent(mark)
                                .anyMatch(text ->
                                        places.stream().anyMatch(p -> text.comesWithin(0.3, p))))
                .toList();
    }

    /** Of text only; generous above the line, and below. */
    private static Stream<Box> extent(Mark mark) {
        if (!(mark instanceof Mark.Text text)) {
            return Stream.empty();
        }
        double em = text.sizePt() * Typeface.MM_PER_PT;
        double width = Sheets.fonts().widthMm(text.text(), text.sizePt(), text.bold());
        return Stream.of(new Box(text.xMm(), text.yMm() - 0.75 * em, width, 0.85 * em));
    }
}
