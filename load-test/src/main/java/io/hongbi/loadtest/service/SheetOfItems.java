package io.hongbi.loadtest.service;

import io.hongbi.common.reading.Confidence;
import io.hongbi.common.reading.Item;
import io.hongbi.common.reading.Item.Alternative;
import io.hongbi.common.reading.Item.Kind;
import io.hongbi.common.reading.Item.State;
import io.hongbi.common.reading.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A sheet of choices, sums and letters, the last item a free answer, and how pupils fill it in: 3
 * of 4 answers are right, 1 in 25 is doubtful, as many are blank. The first item's key is wrong:
 * everybody has {@link #EVERYBODY}.
 *
 * @param size items, at least 2
 */
public record SheetOfItems(int size) {

    /** What all answer to the first item. */
    public static final String EVERYBODY = "A";

    private static final String[] RIGHT = {"B", "C", "D", "A", "AD", "T", "43", "7", "128", "C"};
    private static final String[][] WRONG = {
        {"A", "D"},
        {"A", "B"},
        {"A", "C"},
        {"B", "C"},
        {"A", "ABD"},
        {"F"},
        {"48", "42"},
        {"1", "9"},
        {"123", "28"},
        {"A", "B"}
    };
    private static final String[] DESIGN = {
        choice(4, "B"),
        choice(4, "C"),
        choice(4, "D"),
        choice(4, "A"),
        "{\"kind\": \"choice\", \"options\": 5, \"multiple\": true, \"key\": \"AD\", \"points\": 3}",
        "{\"kind\": \"true-false\", \"key\": \"T\", \"points\": 1}",
        digits("43"),
        digits("7"),
        digits("128"),
        "{\"kind\": \"letters\", \"length\": 1, \"key\": \"C\", \"points\": 1}"
    };

    private static String choice(int options, String key) {
        return "{\"kind\": \"choice\", \"options\": %d, \"key\": \"%s\", \"points\": 2}"
                .formatted(options, key);
    }

    private static String digits(String key) {
        return "{\"kind\": \"digits\", \"length\": 3, \"key\": \"%s\", \"points\": 2}"
                .formatted(key);
    }

    /** What makes it. */
    String design() {
        return IntStream.range(0, size)
                .mapToObj(i ->
                        i == size - 1
                                ? "{\"kind\": \"free\", \"heightMm\": 20, \"points\": 5}"
                                : DESIGN[i % DESIGN.length])
                .collect(
                        Collectors.joining(
                                ",",
                                "{\"title\": \"Large\", \"paper\": \"A4\", \"items\": [",
                                "]}"));
    }

    /** One pupil's answers. */
    List<Item> filledIn(Random random) {
        var items = new ArrayList<Item>();
        for (int i = 0; i < size; i++) {
            items.add(i == size - 1 ? free(i) : item(i, random));
        }
        return items;
    }

    private static Item item(int i, Random random) {
        int kind = i % RIGHT.length;
        if (i == 0) {
            return item(i, EVERYBODY, State.OK, 0.998);
        }
        int roll = random.nextInt(100);
        if (roll < 4) {
            return item(i, null, State.BLANK, 0.999);
        }
        var wrong = WRONG[kind][random.nextInt(WRONG[kind].length)];
        return roll < 8
                ? item(i, wrong, State.DOUBTFUL, 0.62)
                : item(i, roll < 83 ? RIGHT[kind] : wrong, State.OK, 0.997);
    }

    private static Item free(int i) {
        return new Item(
                "q" + (i + 1),
                Kind.FREE,
                region(i),
                null,
                null,
                State.OK,
                new Confidence(0.999),
                List.of());
    }

    private static Item item(int i, @Nullable String response, State state, double sure) {
        return new Item(
                "q" + (i + 1),
                switch (i % RIGHT.length) {
                    case 5 -> Kind.TRUE_FALSE;
                    case 6, 7, 8 -> Kind.DIGITS;
                    case 9 -> Kind.LETTERS;
                    default -> Kind.CHOICE;
                },
                region(i),
                null,
                response,
                state,
                new Confidence(sure),
                response == null
                        ? List.of()
                        : List.of(new Alternative(RIGHT[i % RIGHT.length], new Confidence(0.002))));
    }

    private static List<Point> region(int i) {
        int y = 300 + 60 * i;
        return List.of(
                new Point(412, y),
                new Point(820, y),
                new Point(820, y + 50),
                new Point(412, y + 50));
    }
}
