package io.hongbi.submission.worksheet.design;

import io.hongbi.submission.worksheet.design.InvalidDesign.Fault;
import io.hongbi.submission.worksheet.design.InvalidDesign.Reason;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Takes fields from a JSON object. What is wrong is noted, and something harmless is returned, so
 * that the next field can be looked at too.
 */
final class Fields {

    private final JsonNode object;
    private final String pointer;
    private final List<Fault> faults;
    private final IntPredicate printable;

    /**
     * @param printable whether the fonts have that character
     */
    Fields(JsonNode object, String pointer, List<Fault> faults, IntPredicate printable) {
        this.object = object;
        this.pointer = pointer;
        this.faults = faults;
        this.printable = printable;
    }

    Fields at(JsonNode child, String childPointer) {
        return new Fields(child, pointer + childPointer, faults, printable);
    }

    /** Null where absent, or JSON's null. */
    @Nullable JsonNode get(String field) {
        var value = object.get(field);
        return value == null || value.isNull() ? null : value;
    }

    int faultCount() {
        return faults.size();
    }

    void fault(String field, Reason reason, Object... arguments) {
        faults.add(new Fault(pointer + "/" + field, reason, arguments));
    }

    /** A whole number between the two, both included. */
    int number(String field, int least, int most) {
        var value = get(field);
        if (value == null) {
            fault(field, Reason.MISSING);
        } else if (!value.isIntegralNumber()) {
            fault(field, Reason.UNREADABLE);
        } else if (!value.canConvertToInt()
                || value.intValue() < least
                || value.intValue() > most) {
            fault(field, Reason.OUT_OF_RANGE, least, most);
        } else {
            return value.intValue();
        }
        return least;
    }

    boolean flag(String field) {
        var value = get(field);
        if (value != null && !value.isBoolean()) {
            fault(field, Reason.UNREADABLE);
        }
        return value != null && value.isBoolean() && value.booleanValue();
    }

    /** One of the words; null, and noted, where it is none or missing. */
    @Nullable String word(String field, List<String> words) {
        var value = get(field);
        if (value == null) {
            fault(field, Reason.MISSING);
            return null;
        }
        if (!value.isString() || !words.contains(value.stringValue())) {
            fault(field, Reason.UNREADABLE);
            return null;
        }
        return value.stringValue();
    }

    /** Text that can be printed, without space around it; null where there is none. */
    @Nullable String text(String field, int longest, boolean lines) {
        var value = get(field);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            fault(field, Reason.UNREADABLE);
            return null;
        }
        var text = value.stringValue().replace("\r\n", "\n").strip();
        if (text.codePointCount(0, text.length()) > longest) {
            fault(field, Reason.TOO_LONG, longest);
            return null;
        }
        var written = lines ? text.replace("\n", "") : text;
        if (written.codePoints().anyMatch(Character::isISOControl)) {
            fault(field, Reason.CONTROL_CHARACTERS);
            return null;
        }
        var lacking = written.codePoints().filter(printable.negate()).findFirst();
        if (lacking.isPresent()) {
            fault(field, Reason.NO_GLYPH, "U+%04X".formatted(lacking.getAsInt()));
            return null;
        }
        return text.isEmpty() ? null : text;
    }
}
