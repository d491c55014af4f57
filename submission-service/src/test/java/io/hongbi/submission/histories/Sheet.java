package io.hongbi.submission.histories;

import io.hongbi.common.reading.Item.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The worksheet of all histories, and what can be written on it. */
final class Sheet {

    static final String DESIGN =
            """
            {"title": "h", "paper": "A4", "studentNumber": {"digits": 8, "as": "boxes"}, "items": [
              {"kind": "choice", "options": 4, "key": "B", "points": 2},
              {"kind": "choice", "options": 4, "multiple": true, "key": "ABD", "points": 2.5},
              {"kind": "digits", "length": 4, "sign": true, "decimals": 2, "key": "0.5", "points": 2},
              {"kind": "letters", "length": 1, "key": "C", "points": 1},
              {"kind": "free", "heightMm": 30, "points": 5}]}
            """;

    /** What an item asks. */
    enum Asks {
        ONE_OPTION,
        OPTIONS,
        NUMBER,
        LETTERS,
        FREE
    }

    /**
     * An item.
     *
     * @param answers what is written there, some of it the same in other words; the first is right
     *     by the worksheet's key
     * @param possible how many of them, from the first, a key may name
     */
    record AskedItem(
            String id, Asks asks, Kind kind, String points, List<String> answers, int possible) {}

    static final List<AskedItem> ITEMS =
            List.of(
                    new AskedItem(
                            "q1",
                            Asks.ONE_OPTION,
                            Kind.CHOICE,
                            "2",
                            List.of("B", "A", "b", "Ｂ"),
                            3),
                    new AskedItem(
                            "q2",
                            Asks.OPTIONS,
                            Kind.CHOICE,
                            "2.5", // of three options a third, which has to be rounded
                            List.of("ABD", "AD", "A", "BC", "abd"),
                            4),
                    new AskedItem(
                            "q3",
                            Asks.NUMBER,
                            Kind.DIGITS,
                            "2",
                            List.of("0.5", "0.52", "1/2", ".50", "-5", "５"),
                            5),
                    new AskedItem(
                            "q4", Asks.LETTERS, Kind.LETTERS, "1", List.of("C", "c", "X", "ｃ"), 3),
                    new AskedItem("q5", Asks.FREE, Kind.FREE, "5", List.of("x"), 0));

    /** The same written plainly. */
    static final Map<String, String> PLAIN =
            Map.of("b", "B", "Ｂ", "B", "c", "C", "ｃ", "C", "abd", "ABD", "５", "5");

    private static final Map<String, Integer> VALUES =
            Map.of("0.5", 50, "1/2", 50, ".50", 50, "0.52", 52, "-5", -500, "５", 500);

    private Sheet() {}

    /** Of what is written as a number, in hundredths. */
    static int value(String written) {
        return Objects.requireNonNull(VALUES.get(written));
    }
}
