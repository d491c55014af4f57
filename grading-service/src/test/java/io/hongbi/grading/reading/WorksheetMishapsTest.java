package io.hongbi.grading.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.layout.SheetLayout;
import io.hongbi.common.reading.PageReading;
import io.hongbi.common.reading.Quality.Reason;
import io.hongbi.grading.simulation.Hands;
import io.hongbi.grading.simulation.Ladder;
import io.hongbi.grading.simulation.Rung;
import io.hongbi.grading.simulation.SamplePhotos;
import io.hongbi.grading.simulation.SampleSheet;
import io.hongbi.grading.simulation.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of sheets that were printed, filled in or photographed in a wrong way. */
class WorksheetMishapsTest {

    private static final ModelPageReaders READERS = new ModelPageReaders();
    private static final PageReader READER = READERS.open();
    private static final SheetLayout LAYOUT = SampleSheet.mixed();
    private static final int SIZE = 1600;
    private static final long SEED = 3;

    @AfterAll
    static void close() {
        READER.close();
        READERS.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"PRINTED_94", "PRINTED_104", "RED_INK", "SCREEN", "BOOK", "CURL"})
    void readsAllTheSame(Rung rung) {
        var all = tally(rung, SEED);

        assertThat(all.silentlyWrong()).isZero();
        assertThat(all.retake()).isZero();
        assertThat((double) all.right() / all.cells()).isGreaterThan(0.8);
    }

    @Test
    void readsWithThreeMarkersAndSendsBackWhereTheCodeIsGoneToo() {
        var reasons = new ArrayList<List<Reason>>();
        for (long seed = SEED; seed < SEED + 6; seed++) {
            for (var rung : List.of(Rung.TORN_CORNER, Rung.THUMB)) {
                assertThat(tally(rung, seed).silentlyWrong()).isZero();
                reasons.add(reading(rung, seed).quality().reasons());
            }
        }

        assertThat(reasons).contains(List.of(), List.of(Reason.CUT_OFF));
        assertThat(reasons).containsOnly(List.of(), List.of(Reason.CUT_OFF));
    }

    @Test
    void asksAboutAnswersBesideTheirBoxes() {
        for (long seed = SEED; seed < SEED + 3; seed++) {
            assertThat(tally(Rung.OUTSIDE_BOXES, seed).silentlyWrong()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BLUR_700, BLURRED",
        "BLUR_400, BLURRED",
        "MIRRORED, UNREADABLE",
        "TWO_SHEETS, UNREADABLE",
    })
    void saysFirstWhatTheStudentCanMend(Rung rung, Reason first) {
        assertThat(reading(rung, SEED).quality().reasons()).startsWith(first);
        assertThat(reading(rung, SEED).items()).isEmpty();
    }

    @Test
    void sendsTwoSheetsBackEvenWhereTheMarkersOfOneAreNotAllSeen() {
        for (long seed = SEED; seed < SEED + 8; seed++) {
            assertThat(reading(Rung.TWO_SHEETS, seed).quality().reasons())
                    .as("seed " + seed)
                    .containsExactly(Reason.UNREADABLE);
        }
    }

    @Test
    void saysThatAPageOfAnotherKindIsTheWrongOne() {
        var photos = new SamplePhotos(1.92);

        assertThat(reasons(photos.goodPage(SEED).jpeg())).containsExactly(Reason.WRONG_SHEET);
        assertThat(reasons(photos.notHomework(SEED).jpeg())).contains(Reason.NOT_HOMEWORK);
        assertThat(reasons(photos.dark(SEED).jpeg())).startsWith(Reason.DARK);
        assertThat(reasons(photos.blurred(SEED).jpeg())).startsWith(Reason.BLURRED);
    }

    @Test
    void repeatsItselfBitForBitWhateverItReadBefore() {
        var plain = photo(Rung.PLAIN, SEED);
        var curled = photo(Rung.CURL, SEED);
        var task = ReadingTask.of(LAYOUT);
        try (var fresh = READERS.open()) {
            var first = fresh.read(plain, task);
            var between = fresh.read(curled, task);
            fresh.read(new SamplePhotos(1).goodPage(SEED).jpeg(), AssignmentKind.NOTES);
            fresh.read(photo(Rung.LONGER_SIDE_700, SEED), task);

            assertSame(READER.read(curled, task), between);
            assertSame(READER.read(plain, task), first);
            assertSame(fresh.read(plain, task), first);
        }
    }

    private static void assertSame(ReadPage one, ReadPage other) {
        assertThat(one.reading()).isEqualTo(other.reading());
        assertThat(bytes(one.preview())).isEqualTo(bytes(other.preview()));
        assertThat(one.crops()).containsOnlyKeys(other.crops().keySet());
        one.crops()
                .forEach((item, crop) ->
                        assertThat(crop.bytes()).isEqualTo(bytes(other.crops().get(item))));
    }

    private static byte[] bytes(@Nullable Jpeg image) {
        return Objects.requireNonNull(image).bytes();
    }

    private static Tally tally(Rung rung, long seed) {
        return ladder(new ArrayList<>(), rung, seed);
    }

    private static byte[] photo(Rung rung, long seed) {
        var photos = new ArrayList<byte[]>();
        ladder(photos, rung, seed);
        return photos.getFirst();
    }

    /** All cells of one sheet. */
    private static Tally ladder(List<byte[]> photos, Rung rung, long seed) {
        return new Ladder(LAYOUT, SIZE, Hands.drawn(), _ -> {})
                        .climb(
                                rung,
                                1,
                                seed,
                                false,
                                photo -> {
                                    photos.add(photo);
                                    return READER.read(photo, ReadingTask.of(LAYOUT)).reading();
                                })
                        .values()
                        .stream()
                        .reduce(Tally::plus)
                        .orElseThrow();
    }

    private static PageReading reading(Rung rung, long seed) {
        return READER.read(photo(rung, seed), ReadingTask.of(LAYOUT)).reading();
    }

    private static List<Reason> reasons(byte[] photo) {
        return READER.read(photo, ReadingTask.of(LAYOUT)).reading().quality().reasons();
    }
}
