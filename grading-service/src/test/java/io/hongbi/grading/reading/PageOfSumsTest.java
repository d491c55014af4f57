package io.hongbi.grading.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.hongbi.common.event.AssignmentKind;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.Item.State;
import io.hongbi.common.reading.PageReading;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page of printed sums in a font and a hand that the model never saw, every second answer wrong;
 * made by {@code hongbi_training.arithmetic.pages}. The floors are those of the committed model:
 * they go up, never down.
 */
class PageOfSumsTest {

    private static final ModelPageReaders READERS = new ModelPageReaders();
    private static final PageReader READER = READERS.open();

    @AfterAll
    static void close() {
        READER.close();
        READERS.close();
    }

    @Test
    void findsTheExpressionsAndReadsThem() throws IOException {
        var truth = truth();

        var reading = read(AssignmentKind.ARITHMETIC);

        var found = new ArrayList<Item>();
        int asked = 0;
        int sure = 0;
        int wrong = 0;
        for (var expression : truth.expressions()) {
            var item = over(reading, expression);
            item.ifPresent(found::add);
            asked += item.filter(i -> expression.asks(i)).isPresent() ? 1 : 0;
            boolean certain = item.filter(i -> i.state() != State.DOUBTFUL).isPresent();
            sure += certain ? 1 : 0;
            wrong += certain && !expression.says(item.orElseThrow()) ? 1 : 0;
        }
        int all = truth.expressions().size();
        assertThat(found.size()).isGreaterThanOrEqualTo((int) (FOUND * all));
        assertThat(asked).isGreaterThanOrEqualTo((int) (ASKED * all));
        assertThat(sure).isGreaterThanOrEqualTo((int) (SURE * all));
        assertThat(wrong).as("certain and wrong").isLessThanOrEqualTo(MOST_WRONG);
    }

    private static final double FOUND = 0.98;
    private static final double ASKED = 0.95;
    private static final double SURE = 0.3;
    private static final int MOST_WRONG = 0;

    @Test
    void numbersItemsAndGivesACropOfEach() throws IOException {
        var page = READER.read(bytes("page.jpg"), AssignmentKind.ARITHMETIC);

        var ids = page.reading().items().stream().map(Item::itemId).toList();
        assertThat(ids).startsWith("e1", "e2", "e3").doesNotHaveDuplicates();
        assertThat(page.crops().keySet()).containsExactlyElementsOf(ids);
    }

    @Test
    void readsTheSamePhotoTheSameWayAgain() throws IOException {
        assertThat(read(AssignmentKind.ARITHMETIC)).isEqualTo(read(AssignmentKind.ARITHMETIC));
    }

    @Test
    void looksForNoSumsInNotes() throws IOException {
        assertThat(read(AssignmentKind.NOTES).items()).isEmpty();
    }

    private static PageReading read(AssignmentKind kind) throws IOException {
        return READER.read(bytes("page.jpg"), kind).reading();
    }

    private static Optional<Item> over(PageReading reading, Expression expression) {
        return reading.items().stream().filter(item -> expression.liesIn(item)).findFirst();
    }

    private static Truth truth() throws IOException {
        return JsonMapper.builder().build().readValue(bytes("page.json"), Truth.class);
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in =
                PageOfSumsTest.class.getResourceAsStream("/golden/arithmetic/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Truth(List<Expression> expressions) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Expression(
            List<List<Double>> quad, String expression, @Nullable String response, State state) {

        /** Whether its middle lies between the item's corners, which hardly lean. */
        boolean liesIn(Item item) {
            double x = middle(0);
            double y = middle(1);
            var corners = item.region();
            double across = (x - corners.get(0).x()) / (corners.get(1).x() - corners.get(0).x());
            double top = corners.get(0).y() + across * (corners.get(1).y() - corners.get(0).y());
            double bottom = corners.get(3).y() + across * (corners.get(2).y() - corners.get(3).y());
            return across > 0 && across < 1 && y > top && y < bottom;
        }

        private double middle(int axis) {
            return quad.stream().mapToDouble(corner -> corner.get(axis)).average().orElse(-1);
        }

        boolean asks(Item item) {
            return expression.equals(item.expression());
        }

        boolean says(Item item) {
            return asks(item) && state == item.state() && Objects.equals(response, item.response());
        }
    }
}
