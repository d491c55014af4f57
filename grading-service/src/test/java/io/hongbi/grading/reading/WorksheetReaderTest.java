package io.hongbi.grading.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.layout.SheetLayout;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.Item.State;
import io.hongbi.common.reading.PageReading;
import io.hongbi.common.reading.Quality;
import io.hongbi.common.reading.Quality.Reason;
import io.hongbi.grading.photo.Raster;
import io.hongbi.grading.simulation.PageImage;
import io.hongbi.grading.simulation.PrintedSheet;
import io.hongbi.grading.simulation.Rung;
import io.hongbi.grading.simulation.SampleSheet;
import io.hongbi.grading.simulation.SheetCamera;
import io.hongbi.grading.simulation.SheetFilling;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorksheetReaderTest {

    private static final ModelPageReaders READERS = new ModelPageReaders();
    private static final PageReader READER = READERS.open();
    private static final SheetLayout LAYOUT = SampleSheet.mixed();
    private static final int SIZE = 1600;
    private static final Map<String, String> ANSWERS =
            Map.of("q1", "B", "q2", "ACD", "q3", "T", "q4", "D", "q5", "A", "q6", "F");

    @AfterAll
    static void close() {
        READER.close();
        READERS.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "ROTATED_180", "HALF_SHADOW", "CURL"})
    void readsWhatWasFilledHoweverTheSheetLies(Rung rung) {
        var page = READER.read(photo(LAYOUT, ANSWERS, null, rung), ReadingTask.of(LAYOUT));

        var reading = page.reading();
        assertThat(reading.quality().verdict()).isEqualTo(Quality.Verdict.OK);
        assertThat(reading.items())
                .extracting(Item::itemId)
                .containsExactlyElementsOf(
                        LAYOUT.pages().getFirst().items().stream()
                                .map(item -> item.itemId())
                                .toList());
        assertThat(reading.items())
                .filteredOn(item -> item.kind() == Item.Kind.CHOICE)
                .allSatisfy(item ->
                        assertThat(item.response())
                                .as(item.itemId())
                                .isEqualTo(ANSWERS.get(item.itemId())));
        assertThat(page.crops()).containsKeys("q1", "q34");
    }

    @Test
    void findsNoAnswerOnABlankSheet() {
        var reading = read(photo(LAYOUT, Map.of(), null, Rung.PLAIN), ReadingTask.of(LAYOUT));

        assertThat(reading.items())
                .filteredOn(item ->
                        item.kind() == Item.Kind.CHOICE || item.kind() == Item.Kind.TRUE_FALSE)
                .allSatisfy(item -> assertThat(item.state()).isEqualTo(State.BLANK))
                .allSatisfy(item -> assertThat(item.response()).isNull());
    }

    @Test
    void tellsWhereAnAnswerStandsInThePhoto() {
        var photo = photo(LAYOUT, ANSWERS, null, Rung.ROTATED_180);

        var region = read(photo, ReadingTask.of(LAYOUT)).items().getFirst().region();

        // upside down: the first item's top left corner is the rightmost and lowest
        assertThat(region.getFirst().x()).isGreaterThan(region.get(2).x());
        assertThat(region.getFirst().y()).isGreaterThan(region.get(2).y());
        assertThat(region.getFirst().x()).isBetween(SIZE * 3 / 8, SIZE * 3 / 4);
    }

    @Test
    void sendsBackASheetOfAnotherRevision() {
        var older = photo(LAYOUT, ANSWERS, null, Rung.PLAIN);
        var newer = new SheetLayout(LAYOUT.worksheetId(), 2, LAYOUT.paper(), LAYOUT.pages());

        assertThat(reasons(older, ReadingTask.of(newer))).containsExactly(Reason.WRONG_SHEET);
    }

    @Test
    void tellsForWhomASheetWasPrinted() {
        var reading = read(photo(LAYOUT, Map.of(), "20260017", Rung.PLAIN), ReadingTask.of(LAYOUT));

        var sheet = Objects.requireNonNull(reading.sheet());
        assertThat(sheet.page()).isEqualTo(1);
        assertThat(sheet.printedFor()).isEqualTo("20260017");
        assertThat(Objects.requireNonNull(sheet.studentNumber()).state()).isEqualTo(State.BLANK);
    }

    @Test
    void sendsBackWhatAMirrorShows() {
        var photo = photo(LAYOUT, ANSWERS, null, Rung.PLAIN);

        assertThat(reasons(changed(photo, (seen, into) -> seen.upright(2, into))))
                .startsWith(Reason.UNREADABLE);
    }

    @Test
    void sendsBackTwoSheetsInOnePhoto() {
        var photo = photo(LAYOUT, ANSWERS, null, Rung.PLAIN);

        assertThat(reasons(changed(photo, WorksheetReaderTest::twice)))
                .startsWith(Reason.UNREADABLE);
    }

    @Test
    void sendsBackHalfASheet() {
        var photo = photo(LAYOUT, ANSWERS, null, Rung.PLAIN);

        assertThat(
                        reasons(
                                changed(
                                        photo,
                                        (seen, into) ->
                                                seen.cut(
                                                        0,
                                                        0,
                                                        seen.width(),
                                                        seen.height() / 2,
                                                        into))))
                .startsWith(Reason.CUT_OFF);
    }

    private static void twice(Raster seen, Raster into) {
        var values = seen.values();
        var doubled = new byte[2 * values.length];
        for (int row = 0; row < seen.height(); row++) {
            int from = row * seen.width();
            System.arraycopy(values, from, doubled, 2 * from, seen.width());
            System.arraycopy(values, from, doubled, 2 * from + seen.width(), seen.width());
        }
        into.fill(2 * seen.width(), seen.height(), doubled);
    }

    private interface Change {
        void make(Raster seen, Raster into);
    }

    private static byte[] changed(byte[] photo, Change change) {
        try (var seen = new Raster();
                var into = new Raster()) {
            seen.decode(photo, 1);
            change.make(seen, into);
            return into.toJpeg(92);
        }
    }

    private static List<Reason> reasons(byte[] photo) {
        return reasons(photo, ReadingTask.of(LAYOUT));
    }

    private static List<Reason> reasons(byte[] photo, ReadingTask task) {
        return read(photo, task).quality().reasons();
    }

    private static PageReading read(byte[] photo, ReadingTask task) {
        return READER.read(photo, task).reading();
    }

    private static byte[] photo(
            SheetLayout layout, Map<String, String> answers, @Nullable String student, Rung rung) {
        var page = layout.pages().getFirst();
        var random = new Random(5);
        try (PageImage image = PrintedSheet.draw(layout, page, 8, student)) {
            SheetFilling.asWanted(page, image, answers, random);
            return new SheetCamera(SIZE).photograph(image, page, layout.paper(), rung, random);
        }
    }
}
