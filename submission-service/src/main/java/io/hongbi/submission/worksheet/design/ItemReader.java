package io.hongbi.submission.worksheet.design;

import io.hongbi.submission.worksheet.design.InvalidDesign.Reason;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one item and its answer. */
final class ItemReader {

    private static final List<String> KINDS =
            List.of("choice", "true-false", "digits", "letters", "free");

    private final Fields fields;

    ItemReader(Fields fields) {
        this.fields = fields;
    }

    /** Null, and noted, where its kind is unknown. */
    @Nullable DesignItem item() {
        var kind = fields.word("kind", KINDS);
        var prompt = fields.text("prompt", SheetDesign.LONGEST_PROMPT, true);
        var points = points();
        return switch (kind) {
            case "choice" ->
                    new DesignItem.Choice(
                            fields.number(
                                    "options", DesignItem.LEAST_OPTIONS, DesignItem.MOST_OPTIONS),
                            fields.flag("multiple"),
                            points,
                            prompt);
            case "true-false" -> new DesignItem.TrueFalse(points, prompt);
            case "digits" -> digits(points, prompt);
            case "letters" -> new DesignItem.Letters(length(), points, prompt);
            case "free" ->
                    new DesignItem.Free(
                            fields.number(
                                    "heightMm",
                                    DesignItem.LEAST_HEIGHT_MM,
                                    DesignItem.MOST_HEIGHT_MM),
                            points,
                            prompt);
            case null, default -> null;
        };
    }

    /** Null where none is given, and where it cannot be the answer to the item, which is noted. */
    @Nullable String answer(DesignItem item) {
        var json = fields.get("key");
        if (json == null) {
            return null;
        }
        if (!json.isString()) {
            fields.fault("key", Reason.UNREADABLE);
            return null;
        }
        var key = json.stringValue();
        return switch (item) {
            case DesignItem.Choice choice -> options(choice, key);
            case DesignItem.TrueFalse _ ->
                    accepted(key.equals("T") || key.equals("F"), key, Reason.KEY_NOT_TRUE_OR_FALSE);
            case DesignItem.Digits digits ->
                    accepted(fits(digits, key), key, Reason.KEY_NOT_A_NUMBER);
            case DesignItem.Letters letters ->
                    accepted(
                            key.matches("[A-Z]{1," + letters.length() + "}"),
                            key,
                            Reason.KEY_NOT_A_WORD);
            case DesignItem.Free _ -> accepted(false, key, Reason.KEY_OF_FREE_ANSWER);
        };
    }

    private DesignItem.Digits digits(BigDecimal points, @Nullable String prompt) {
        int length = length();
        int decimals =
                fields.get("decimals") == null
                        ? 0
                        : fields.number("decimals", 0, DesignItem.MOST_BOXES - 1);
        if (decimals >= length) {
            fields.fault("decimals", Reason.DECIMALS);
        }
        return new DesignItem.Digits(length, fields.flag("sign"), decimals, points, prompt);
    }

    private int length() {
        return fields.number("length", 1, DesignItem.MOST_BOXES);
    }

    private BigDecimal points() {
        var json = fields.get("points");
        var number = json == null || !json.isNumber() ? null : json.decimalValueOpt().orElse(null);
        if (number == null) {
            fields.fault("points", json == null ? Reason.MISSING : Reason.UNREADABLE);
            return BigDecimal.ZERO;
        }
        var points = number.stripTrailingZeros();
        if (points.signum() < 0 || points.compareTo(DesignItem.MOST_POINTS) > 0) {
            fields.fault("points", Reason.OUT_OF_RANGE, 0, DesignItem.MOST_POINTS);
            return BigDecimal.ZERO;
        }
        if (points.scale() > 2) {
            fields.fault("points", Reason.TOO_PRECISE);
        }
        return points.scale() < 0 ? points.setScale(0) : points;
    }

    /** In the order of the options, whatever order they are given in. */
    private @Nullable String options(DesignItem.Choice choice, String key) {
        var allowed = "ABCDEFGHIJ".substring(0, choice.options());
        var options = key.chars().distinct().sorted().toArray();
        var ok =
                options.length == key.length()
                        && options.length >= 1
                        && (choice.multiple() || options.length == 1)
                        && key.chars().allMatch(c -> allowed.indexOf(c) >= 0);
        return accepted(ok, new String(options, 0, options.length), Reason.KEY_NOT_AN_OPTION);
    }

    private static boolean fits(DesignItem.Digits item, String key) {
        int whole = item.length() - item.decimals();
        var pattern =
                (item.sign() ? "[+-]?" : "")
                        + "[0-9]{1,"
                        + whole
                        + "}"
                        + (item.decimals() == 0 ? "" : "(\\.[0-9]{1," + item.decimals() + "})?");
        return whole >= 1 && key.matches(pattern);
    }

    private @Nullable String accepted(boolean ok, String key, Reason otherwise) {
        if (!ok) {
            fields.fault("key", otherwise);
        }
        return ok ? key : null;
    }
}
