package io.hongbi.grading.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.reading.Completion;
import io.hongbi.common.reading.Completion.Value;
import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.Item.Kind;
import io.hongbi.common.reading.Item.State;
import io.hongbi.common.reading.Point;
import io.hongbi.grading.simulation.Hands;
import io.hongbi.grading.simulation.Rung;
import io.hongbi.grading.simulation.sums.SumsLayout;
import io.hongbi.grading.simulation.sums.SumsPhotos;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountedCompletionTest {

    @ParameterizedTest
    @CsvSource({
        "0, 60, BLANK",
        "2, 58, BLANK",
        "3, 57, PARTIAL",
        "53, 7, PARTIAL",
        "54, 6, COMPLETE",
        "60, 0, COMPLETE"
    })
    void countsThePlacesThatAreUsed(int used, int blank, Value value) {
        var completion = CountedCompletion.of(items(used, State.OK, blank));

        assertThat(completion.value()).isEqualTo(value);
        assertThat(completion.share()).isCloseTo(used / 60.0, within(1e-9));
    }

    @Test
    void isSureOfAClassThatTheShareLiesWellWithin() {
        assertThat(confidence(30, 30)).isGreaterThan(0.999);
        assertThat(confidence(54, 6)).isLessThan(0.9);
        assertThat(confidence(60, 0)).isGreaterThan(0.99);
    }

    @Test
    void countsWhatWasCrossedOutAsUsed() {
        assertThat(CountedCompletion.of(items(60, State.CROSSED_OUT, 0)).value())
                .isEqualTo(Value.COMPLETE);
    }

    @Test
    void isNotSureWherePlacesAreDoubtful() {
        var items = new ArrayList<Item>();
        for (int i = 0; i < 20; i++) {
            items.add(item(null, State.DOUBTFUL, 0.05));
        }

        assertThat(CountedCompletion.of(items).value()).isEqualTo(Value.PARTIAL);
        assertThat(CountedCompletion.of(items).share()).isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({"0.0, COMPLETE", "0.5, PARTIAL", "1.0, BLANK"})
    void tellsByTheSumsHowMuchOfAPageOfThemIsDone(double blank, Value value) {
        var layout = SumsLayout.usual().answered(0.8, blank);
        var photo = new SumsPhotos(Hands.drawn(), 2016).photo(layout, Rung.PLAIN, 5);

        try (var readers = new ModelPageReaders();
                var reader = readers.open()) {
            var completion =
                    reader.read(photo.jpeg(), AssignmentKind.ARITHMETIC).reading().completion();

            assertThat(completion).extracting(Completion::value).isEqualTo(value);
            assertThat(completion)
                    .extracting(Completion::share)
                    .satisfies(
                            share -> assertThat((double) share).isCloseTo(1 - blank, within(0.12)));
        }
    }

    private static double confidence(int used, int blank) {
        return CountedCompletion.of(items(used, State.OK, blank)).confidence().value();
    }

    private static List<Item> items(int used, State state, int blank) {
        var items = new ArrayList<Item>();
        for (int i = 0; i < used + blank; i++) {
            items.add(i < used ? item("7", state, 0.98) : item(null, State.BLANK, 0.98));
        }
        return items;
    }

    private static Item item(@Nullable String response, State state, double sure) {
        return new Item(
                "e1",
                Kind.EXPRESSION,
                Collections.nCopies(4, new Point(0, 0)),
                "3+4=",
                response,
                state,
                new Confidence(sure),
                List.of());
    }
}
