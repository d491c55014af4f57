package io.hongbi.grading.reading;

import static io.hongbi.common.reading.Completion.Value.BLANK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.reading.Completion;
import io.hongbi.common.reading.PageReading;
import io.hongbi.grading.simulation.Hands;
import io.hongbi.grading.simulation.Rung;
import io.hongbi.grading.simulation.SheetCamera;
import io.hongbi.grading.simulation.sums.SumsLayout;
import io.hongbi.grading.simulation.sums.SumsPage;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of a page of sums is done, where it was handed in as notes. */
class SumsInNotesTest {

    private static final int LONGER_SIDE = 2016;
    private static final long SEED = 3;

    private static final ModelPageReaders READERS = new ModelPageReaders();
    private static final PageReader READER = READERS.open();

    @AfterAll
    static void close() {
        READER.close();
        READERS.close();
    }

    @Test
    void countsTheSumsOfAPageThatAsksForNothingElse() {
        try (var page = page(0.5)) {
            double blank =
                    page.sums().stream().filter(sum -> sum.response() == null).count()
                            / (double) page.sums().size();
            var photo = photo(page);

            var notes = read(photo, AssignmentKind.NOTES);

            assertThat(notes.items()).isEmpty();
            assertThat(completion(notes))
                    .isEqualTo(completion(read(photo, AssignmentKind.ARITHMETIC)));
            assertThat(completion(notes).share()).isBetween(0.97 - blank, 1.03 - blank);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 6, 8})
    void countsThemHoweverThePhoneWasHeld(int orientation) {
        try (var page = page(0.5)) {
            var photo = photo(page);

            var upright = completion(read(photo, AssignmentKind.NOTES));
            var turned = completion(read(Turned.by(photo, orientation), AssignmentKind.NOTES));

            assertThat(turned.value()).isEqualTo(upright.value());
            assertThat(turned.share()).isCloseTo(upright.share(), within(0.03));
        }
    }

    @Test
    void goesByThePagesLooksWhereBoxesHideWhatIsAnswered() {
        try (var page = page(1)) {
            page.sums().forEach(sum -> AnswerBox.behind(sum, 10).draw(page.image()));
            var photo = photo(page);

            assertThat(completion(read(photo, AssignmentKind.NOTES)).value()).isEqualTo(BLANK);
            assertThat(completion(read(photo, AssignmentKind.ARITHMETIC)).value()).isEqualTo(BLANK);
        }
    }

    private static SumsPage page(double blank) {
        return SumsPage.draw(SumsLayout.usual().answered(1, blank), Hands.drawn(), SEED);
    }

    private static byte[] photo(SumsPage page) {
        return new SheetCamera(LONGER_SIDE)
                .photographPage(page.image(), null, page.paper(), Rung.PLAIN, new Random(SEED));
    }

    private static PageReading read(byte[] photo, AssignmentKind kind) {
        return READER.read(photo, kind).reading();
    }

    private static Completion completion(PageReading reading) {
        return Objects.requireNonNull(reading.completion());
    }
}
