package io.hongbi.grading.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.Paper;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.Item.State;
import io.hongbi.common.reading.PageReading;
import io.hongbi.grading.photo.Raster;
import io.hongbi.grading.simulation.Hands;
import io.hongbi.grading.simulation.PageImage;
import io.hongbi.grading.simulation.PageImage.Place;
import io.hongbi.grading.simulation.Rung;
import io.hongbi.grading.simulation.SheetCamera;
import io.hongbi.grading.simulation.sums.OtherPages;
import io.hongbi.grading.simulation.sums.SumsLayout;
import io.hongbi.grading.simulation.sums.SumsPage;
import io.hongbi.grading.simulation.sums.WrittenSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Pages of sums that are handed in otherwise than they should be. Whatever befalls a photo, nothing
 * is read for certain that is not written there.
 */
class MishapsOfSumsTest {

    private static final int LONGER_SIDE = 2016;
    private static final long SEED = 3;

    /** Marking asks a teacher about whatever is not likelier. */
    private static final double HALF_SEEN = 0.1;

    private static final ModelPageReaders READERS = new ModelPageReaders();
    private static final PageReader READER = READERS.open();

    @AfterAll
    static void close() {
        READER.close();
        READERS.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"HALF, 3", "CLOCKWISE, 6", "COUNTERCLOCKWISE, 8"})
    void readsAPageThatIsNotUprightAsItStands(String name, int orientation) {
        try (var page = page(SumsLayout.usual())) {
            var photo = photo(page.image(), null);
            var upright = read(photo);
            var turned = read(Turned.by(photo, orientation));

            assertThat(turned.items().size()).isGreaterThan(50);
            assertThat(agreeing(upright, turned, orientation))
                    .as(name)
                    .isGreaterThan(9 * turned.items().size() / 10);
            assertThat(certainNonsense(turned, page.sums())).isEmpty();
        }
    }

    /** Their sides look like ones. */
    @ParameterizedTest
    @ValueSource(doubles = {10, 20})
    void takesHighBoxesForNoAnswers(double highMm) {
        try (var page = page(new SumsLayout(3, 10, 3.4, 1, 1))) {
            page.sums().forEach(sum -> AnswerBox.behind(sum, highMm).draw(page.image()));

            var reading = read(photo(page.image(), null));

            assertThat(reading.items().size()).isGreaterThan(25);
            assertThat(likely(reading)).allSatisfy(item -> assertThat(item.response()).isNull());
        }
    }

    /** As notebooks for sums are, with squares of 8 mm. */
    @Test
    void readsOnSquaredPaper() {
        try (var page = page(SumsLayout.usual());
                var squares = page.image().copy()) {
            var plain = photo(page.image(), null);
            square(squares, 8);

            var upright = read(plain);
            var squared = read(darker(plain, photo(squares, null)));

            assertThat(squared.items().size()).isBetween(57, 60);
            assertThat(inBoth(squared, upright, Item::expression)).isGreaterThan(54);
            assertThat(inBoth(squared, upright, Item::response)).isGreaterThan(50);
            assertThat(certainNonsense(squared, page.sums())).isEmpty();
        }
    }

    /** Wipes a page and rules it. */
    private static void square(PageImage image, double pitchMm) {
        double width = Paper.A4.widthMm();
        double height = Paper.A4.heightMm();
        var all =
                List.of(
                        new Place(0, 0),
                        new Place(width, 0),
                        new Place(width, height),
                        new Place(0, height));
        image.fill(List.of(all), 255);
        for (double at = pitchMm / 3; at < height; at += pitchMm) {
            image.stroke(List.of(new Place(0, at), new Place(width, at)), 0.2, 170);
            image.stroke(List.of(new Place(at, 0), new Place(at, height)), 0.2, 170);
        }
    }

    /** Of two photos the darker pixels, as where somebody writes on rules. */
    private static byte[] darker(byte[] photo, byte[] other) {
        try (var one = new Raster();
                var two = new Raster()) {
            one.decode(photo, 1);
            two.decode(other, 1);
            var values = one.values();
            var others = two.values();
            for (int i = 0; i < values.length; i++) {
                values[i] = (byte) Math.min(values[i] & 0xFF, others[i] & 0xFF);
            }
            one.fill(one.width(), one.height(), values);
            return one.toJpeg(92);
        }
    }

    /** How many of the one have their like in the other. */
    private static long inBoth(
            PageReading one, PageReading other, Function<Item, @Nullable String> what) {
        var others = other.items().stream().map(what).toList();
        return one.items().stream().map(what).filter(others::contains).count();
    }

    @Test
    void readsBothPagesOfABook() {
        try (var left = page(SumsLayout.usual());
                var right = SumsPage.draw(SumsLayout.usual(), Hands.drawn(), SEED + 1)) {
            var photo =
                    new SheetCamera(2 * LONGER_SIDE)
                            .photographBook(
                                    left.image(), right.image(), left.paper(), new Random(SEED));
            var written = new ArrayList<>(left.sums());
            written.addAll(right.sums());

            var reading = read(photo);

            assertThat(reading.items().size()).isBetween(110, 121);
            assertThat(certainNonsense(reading, written)).isEmpty();
        }
    }

    @Test
    void doubtsOrLeavesOutWhatAFingerHides() {
        try (var page = page(SumsLayout.usual())) {
            OtherPages.finger(page.image(), new Box(150, 120, 30, 70));

            var reading = read(photo(page.image(), null));

            assertThat(reading.items().size()).isBetween(50, 60);
            assertThat(certainNonsense(reading, page.sums())).isEmpty();
        }
    }

    @Test
    void readsAPageThatATeacherHasMarkedAlready() {
        try (var page = page(SumsLayout.usual())) {
            OtherPages.tick(page);

            var reading = read(photo(page.image(), null));

            assertThat(reading.items().size()).isBetween(54, 61);
            assertThat(certainNonsense(reading, page.sums())).isEmpty();
        }
    }

    @Test
    void isNotSureOfAnythingThatShowsFromASheetBeneath() {
        try (var page = page(SumsLayout.usual());
                var beneath =
                        SumsPage.draw(new SumsLayout(4, 20, 3.4, 0.5, 0), Hands.drawn(), 77)) {
            var reading = read(photo(page.image(), beneath.image()));

            assertThat(reading.items().size()).isGreaterThan(50);
            assertThat(certainNonsense(reading, page.sums())).isEmpty();
        }
    }

    @Test
    void readsTwoHundredSums() {
        try (var page = page(new SumsLayout(4, 50, 2.4, 0.8, 0.05))) {
            var photo =
                    new SheetCamera(2 * LONGER_SIDE)
                            .photographPage(
                                    page.image(), null, Paper.A4, Rung.PLAIN, new Random(SEED));

            var reading = read(photo);

            assertThat(reading.items().size()).isBetween(190, 201);
            assertThat(certainNonsense(reading, page.sums())).isEmpty();
        }
    }

    @Test
    void findsNoSumWhereThereIsNone() {
        try (var text = OtherPages.text();
                var table = OtherPages.table();
                var empty = OtherPages.empty()) {
            for (var page : List.of(text, table, empty)) {
                assertThat(read(photo(page, null)).items()).isEmpty();
            }
        }
    }

    @Test
    void asksAboutWhatOnlyLooksLikeASum() {
        try (var dates = OtherPages.dates()) {
            assertThat(likely(read(photo(dates, null)))).isEmpty();
        }
    }

    @Test
    void asksAboutAnAnswerThatWasCorrectedAbove() {
        try (var corrected = OtherPages.corrected()) {
            var reading = read(photo(corrected, null));

            assertThat(reading.items().size()).isGreaterThan(45);
            assertThat(likely(reading))
                    .extracting(Item::state)
                    .contains(State.OK)
                    .doesNotContain(State.CROSSED_OUT);
        }
    }

    /** What marking may take to be so. */
    private static List<Item> likely(PageReading reading) {
        return reading.items().stream()
                .filter(item -> item.confidence().value() > HALF_SEEN)
                .toList();
    }

    private static SumsPage page(SumsLayout layout) {
        return SumsPage.draw(layout, Hands.drawn(), SEED);
    }

    private static byte[] photo(PageImage page, @Nullable PageImage beneath) {
        return new SheetCamera(LONGER_SIDE)
                .photographPage(page, beneath, Paper.A4, Rung.PLAIN, new Random(SEED));
    }

    private static PageReading read(byte[] photo) {
        return READER.read(photo, AssignmentKind.ARITHMETIC).reading();
    }

    /** How many items of the turned photo lie where the same one lies in the upright photo. */
    private static long agreeing(PageReading upright, PageReading turned, int orientation) {
        return turned.items().stream()
                .filter(item ->
                        upright.items().stream()
                                .anyMatch(other ->
                                        Objects.equals(item.expression(), other.expression())
                                                && sameCorner(other, item, orientation)))
                .count();
    }

    private static boolean sameCorner(Item upright, Item turned, int orientation) {
        var was = upright.region().getFirst();
        var is = turned.region().getFirst();
        int width = LONGER_SIDE * 3 / 4;
        double x =
                switch (orientation) {
                    case 3 -> width - was.x();
                    case 6 -> LONGER_SIDE - was.y();
                    default -> was.y();
                };
        double y =
                switch (orientation) {
                    case 3 -> LONGER_SIDE - was.y();
                    case 6 -> was.x();
                    default -> width - was.x();
                };
        return Math.hypot(is.x() - x, is.y() - y) < 15;
    }

    /** What is read for certain and does not stand on the page so. */
    private static List<Item> certainNonsense(PageReading reading, List<WrittenSum> written) {
        return reading.items().stream()
                .filter(item -> item.state() != State.DOUBTFUL)
                .filter(item -> item.confidence().value() > HALF_SEEN)
                .filter(item -> written.stream().noneMatch(sum -> says(item, sum)))
                .toList();
    }

    private static boolean says(Item item, WrittenSum sum) {
        return sum.expression().equals(item.expression())
                && sum.state() == item.state()
                && Objects.equals(sum.response(), item.response());
    }
}
