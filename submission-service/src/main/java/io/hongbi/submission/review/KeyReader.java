package io.hongbi.submission.review;

import io.hongbi.submission.assignment.KeyChange;
import io.hongbi.submission.marking.AskedItem;
import io.hongbi.submission.marking.ItemKey;
import io.hongbi.submission.marking.ItemKey.Counting;
import io.hongbi.submission.marking.KeyVersion;
import io.hongbi.submission.review.InvalidAct.Fault;
import io.hongbi.submission.review.InvalidAct.Reason;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads changes to a key, field by field, naming everything that is wrong. */
final class KeyReader {

    private static final int MOST_ANSWERS = 20;
    private static final BigDecimal MOST_POINTS = new BigDecimal("1000");
    private static final BigDecimal MOST_TOLERANCE = new BigDecimal("1000000000");
    private static final int POINT_PLACES = 2;
    private static final int TOLERANCE_PLACES = 10;
    private static final Set<String> FIELDS =
            Set.of(
                    "answers",
                    "points",
                    "tolerance",
                    "partial",
                    "penalty",
                    "drop",
                    "bonus",
                    "everyone");

    private final Map<String, AskedItem> items;
    private final Map<String, List<String>> options;
    private final KeyVersion now;
    private final List<Fault> faults = new ArrayList<>();

    /**
     * @param asked what the assignment asks
     * @param options what can be chosen, by item
     * @param now the key that counts
     */
    KeyReader(List<AskedItem> asked, Map<String, List<String>> options, KeyVersion now) {
        this.options = options;
        this.items =
                asked.stream()
                        .filter(item ->
                                item.kind() != AskedItem.Kind.COMPLETION) // has its own rule
                        .collect(Collectors.toMap(AskedItem::itemId, item -> item));
        this.now = now;
    }

    /**
     * @param body {@code {"keys": {"q1": "C", "q4": {"answers": ["43"], "points": 2}}}}
     * @throws InvalidAct naming every field that is wrong
     */
    Map<String, KeyChange> read(JsonNode body) {
        Map<String, KeyChange> changes = new HashMap<>();
        var keys = body.get("keys");
        if (keys == null || !keys.isObject() || keys.isEmpty()) {
            throw new InvalidAct("/keys", keys == null ? Reason.MISSING : Reason.UNREADABLE);
        }
        keys.properties()
                .forEach(each -> {
                    var pointer = "/keys/" + each.getKey().replace("~", "~0").replace("/", "~1");
                    var item = items.get(each.getKey());
                    if (item == null) {
                        fault(pointer, Reason.UNKNOWN_ITEM);
                    } else {
                        changes.put(item.itemId(), change(pointer, item, each.getValue()));
                    }
                });
        if (!faults.isEmpty()) {
            throw new InvalidAct(faults);
        }
        return changes;
    }

    private KeyChange change(String pointer, AskedItem item, JsonNode json) {
        var before = now.keys().get(item.itemId());
        KeyChange change;
        if (json.isString()) {
            change =
                    new KeyChange(
                            List.of(answer(pointer, item, json)),
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null);
        } else if (json.isObject()) {
            json.propertyNames().stream()
                    .filter(name -> !FIELDS.contains(name))
                    .forEach(_ -> fault(pointer, Reason.UNREADABLE));
            change =
                    new KeyChange(
                            answers(pointer + "/answers", item, json.get("answers")),
                            number(pointer, "points", json, MOST_POINTS, POINT_PLACES),
                            number(pointer, "tolerance", json, MOST_TOLERANCE, TOLERANCE_PLACES),
                            flag(pointer, "partial", json),
                            number(pointer, "penalty", json, points(json, before), POINT_PLACES),
                            flag(pointer, "drop", json),
                            flag(pointer, "bonus", json),
                            flag(pointer, "everyone", json));
        } else {
            fault(pointer, Reason.UNREADABLE);
            change = new KeyChange(null, null, null, null, null, null, null, null);
        }
        if (before != null
                && before.counting() == Counting.DROPPED
                && !Boolean.FALSE.equals(change.drop())) {
            fault(pointer, Reason.DROPPED_ITEM);
        }
        return change;
    }

    /** A wrong answer loses no more than a right one wins. */
    private static BigDecimal points(JsonNode json, @Nullable ItemKey before) {
        var points = decimal(json.get("points"));
        if (points != null) {
            return points;
        }
        return before == null ? BigDecimal.ZERO : before.points();
    }

    private @Nullable List<String> answers(
            String pointer, AskedItem item, @Nullable JsonNode json) {
        if (json == null) {
            return null;
        }
        if (!json.isArray() || json.size() > MOST_ANSWERS) {
            fault(pointer, Reason.UNREADABLE);
            return List.of();
        }
        var answers = new ArrayList<String>();
        for (int i = 0; i < json.size(); i++) {
            answers.add(answer(pointer + "/" + i, item, json.get(i)));
        }
        return answers;
    }

    private String answer(String pointer, AskedItem item, JsonNode json) {
        var answer = json.isString() ? json.asString().strip() : "";
        if (!possible(item.kind()).matcher(answer).matches() || !isOnSheet(item, answer)) {
            fault(pointer, Reason.IMPOSSIBLE_ANSWER);
        }
        return answer;
    }

    /** Whether all that it chooses can be chosen; of items where nothing is chosen, always. */
    private boolean isOnSheet(AskedItem item, String answer) {
        var choices = options.get(item.itemId());
        return choices == null
                || answer.toUpperCase(Locale.ROOT)
                        .chars()
                        .allMatch(option -> choices.contains(Character.toString(option)));
    }

    /** Free answers have none. */
    private static Pattern possible(AskedItem.Kind kind) {
        return switch (kind) {
            case SINGLE_CHOICE -> Possible.OPTION;
            case MULTIPLE_CHOICE -> Possible.OPTIONS;
            case TRUE_FALSE -> Possible.TRUE_OR_FALSE;
            case DIGITS -> Possible.NUMBER;
            case LETTERS -> Possible.WORD;
            case FREE, EXPRESSION, COMPLETION -> Possible.NOTHING;
        };
    }

    /** What can be a right answer. */
    private static final class Possible {

        static final Pattern OPTION = Pattern.compile("[A-Ja-j]");
        static final Pattern OPTIONS = Pattern.compile("(?!.*(.).*\\1)[A-J]{1,10}");
        static final Pattern TRUE_OR_FALSE = Pattern.compile("[TFtf]");
        static final Pattern NUMBER =
                Pattern.compile(
                        "[+-]?([0-9]{1,20}(\\.[0-9]{0,20})?|\\.[0-9]{1,20}"
                                + "|[0-9]{1,20}/0{0,5}[1-9][0-9]{0,20})");
        static final Pattern WORD = Pattern.compile("[A-Za-z]{1,32}");
        static final Pattern NOTHING = Pattern.compile("(?!)");

        private Possible() {}
    }

    private @Nullable BigDecimal number(
            String pointer, String field, JsonNode json, BigDecimal most, int places) {
        var value = json.get(field);
        if (value == null) {
            return null;
        }
        var number = decimal(value);
        if (number == null) {
            fault(pointer + "/" + field, Reason.UNREADABLE);
            return null;
        }
        if (number.signum() < 0) {
            fault(pointer + "/" + field, Reason.NEGATIVE);
        } else if (number.compareTo(most) > 0) {
            fault(pointer + "/" + field, Reason.ABOVE_MAXIMUM);
        } else if (number.stripTrailingZeros().scale() > places) {
            fault(pointer + "/" + field, Reason.TOO_PRECISE);
        }
        return number;
    }

    /** Null where it is none, or too large to be one: 1e400. */
    private static @Nullable BigDecimal decimal(@Nullable JsonNode json) {
        return json == null || !json.isNumber() ? null : json.decimalValueOpt().orElse(null);
    }

    private @Nullable Boolean flag(String pointer, String field, JsonNode json) {
        var value = json.get(field);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            fault(pointer + "/" + field, Reason.UNREADABLE);
            return null;
        }
        return value.booleanValue();
    }

    private void fault(String pointer, Reason reason) {
        faults.add(new Fault(pointer, reason));
    }
}
