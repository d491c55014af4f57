package io.hongbi.grading.simulation.sums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hongbi.common.reading.Item.State;
import io.hongbi.grading.simulation.Hands;
import io.hongbi.grading.simulation.Rung;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SumsPhotosTest {

    private static final SumsPhotos PHOTOS = new SumsPhotos(Hands.drawn(), 800);

    @Test
    void makesTheSamePhotoOfTheSameSeed() {
        var first = PHOTOS.photo(SumsLayout.usual(), Rung.PLAIN, 7);
        var second = PHOTOS.photo(SumsLayout.usual(), Rung.PLAIN, 7);
        var other = PHOTOS.photo(SumsLayout.usual(), Rung.PLAIN, 8);

        assertThat(second.jpeg()).isEqualTo(first.jpeg());
        assertThat(second.sums()).isEqualTo(first.sums());
        assertThat(other.sums()).isNotEqualTo(first.sums());
    }

    @Test
    void knowsWhatEachSumComesTo() {
        var sums = written(SumsLayout.usual().answered(0.5, 0.1));

        assertThat(sums).hasSize(600);
        assertThat(sums)
                .filteredOn(sum -> sum.state() == State.OK)
                .allSatisfy(sum ->
                        assertThat(holds(sum.expression(), sum.response()))
                                .as("%s %s", sum.expression(), sum.response())
                                .isEqualTo(sum.right()));
        assertThat(sums.stream().filter(WrittenSum::right).count()).isBetween(200L, 330L);
        assertThat(sums.stream().filter(sum -> sum.state() == State.BLANK).count())
                .isBetween(30L, 90L);
    }

    @Test
    void setsEachSumIntoAPlaceOfItsOwnOnThePaper() {
        try (var page = SumsPage.draw(new SumsLayout(4, 50, 2.4, 0.8, 0.05), Hands.drawn(), 3)) {
            assertThat(page.sums()).hasSize(200);
            for (int i = 1; i < 200; i++) {
                var before = page.sums().get(i - 1).place();
                var place = page.sums().get(i).place();
                assertThat(place.xMm() + place.widthMm()).isLessThan(page.paper().widthMm());
                assertThat(place.yMm() + place.heightMm()).isLessThan(page.paper().heightMm());
                if (i % 4 > 0) {
                    assertThat(place.xMm()).isGreaterThan(before.xMm() + before.widthMm());
                } else {
                    assertThat(place.yMm()).isGreaterThan(before.yMm() + before.heightMm());
                }
            }
        }
    }

    @Test
    void refusesALayoutThatNoPageHolds() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SumsLayout(5, 20, 3, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new SumsLayout(3, 51, 3, 1, 0));
    }

    private static List<WrittenSum> written(SumsLayout layout) {
        var sums = new ArrayList<WrittenSum>();
        for (int seed = 1; seed <= 10; seed++) {
            try (var page = SumsPage.draw(layout, Hands.drawn(), seed)) {
                sums.addAll(page.sums());
            }
        }
        return sums;
    }

    private static boolean holds(String expression, @Nullable String response) {
        Objects.requireNonNull(response);
        if (!expression.contains("=")) {
            var sides = expression.split("\\(\\)", -1);
            int greater = Integer.compare(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
            return response.equals(greater < 0 ? "<" : greater > 0 ? ">" : "=");
        }
        var sides =
                (expression.contains("()")
                                ? expression.replace("()", response)
                                : expression + response)
                        .split("=", -1);
        return value(sides[0]) == value(sides[1]);
    }

    /**
     * Of the few forms that are printed: {@code a}, {@code aob}, {@code a+b-c}, {@code (a-b)*c}.
     */
    private static int value(String side) {
        if (side.startsWith("(")) {
            int close = side.indexOf(')');
            return value(side.substring(1, close)) * Integer.parseInt(side.substring(close + 2));
        }
        int at = Math.max(side.lastIndexOf('+'), side.lastIndexOf('-'));
        at = at < 0 ? Math.max(side.indexOf('*'), side.indexOf('/')) : at;
        if (at < 0) {
            return Integer.parseInt(side);
        }
        int left = value(side.substring(0, at));
        int right = Integer.parseInt(side.substring(at + 1));
        return switch (side.charAt(at)) {
            case '+' -> left + right;
            case '-' -> left - right;
            case '*' -> left * right;
            default -> left / right;
        };
    }
}
