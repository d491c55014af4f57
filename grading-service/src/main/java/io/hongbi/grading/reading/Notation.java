package io.hongbi.grading.reading;

import static io.hongbi.grading.glyph.Glyph.CROSSED_OUT;
import static io.hongbi.grading.glyph.Glyph.EMPTY;

import io.hongbi.grading.glyph.Glyph;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the boxes of an item make a response. Empty outer boxes are none; an empty inner box makes no
 * response, and neither does a character that does not belong where it stands.
 *
 * @param signed whether the first box takes a sign and nothing else
 * @param decimals how many of the last boxes stand behind the printed point
 */
record Notation(Set<String> characters, boolean signed, int decimals) {

    private static final Set<String> DIGITS =
            Set.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    private static final Set<String> SIGNS = Set.of("plus", "minus");

    static Notation word() {
        return new Notation(Set.of(), false, 0);
    }

    static Notation number(boolean signed, int decimals) {
        return new Notation(DIGITS, signed, decimals);
    }

    /** The glyphs, knowing what each box is for. */
    List<Glyph> within(List<Glyph> glyphs) {
        if (characters.isEmpty()) {
            return glyphs; // the network knows no character but letters then
        }
        var within = new ArrayList<Glyph>();
        for (int i = 0; i < glyphs.size(); i++) {
            within.add(glyphs.get(i).within(signed && i == 0 ? SIGNS : characters));
        }
        return within;
    }

    /** The response that labels make, one to a box; null where they make none. */
    @Nullable String response(List<String> labels) {
        if (!signed) {
            return digits(labels);
        }
        var number = digits(labels.subList(1, labels.size()));
        if (number == null) {
            return null;
        }
        return switch (labels.getFirst()) {
            case "minus" -> "-" + number;
            case "plus", EMPTY -> number;
            default -> null;
        };
    }

    /** What remains when characters that were taken back count for nothing. */
    @Nullable String corrected(List<String> labels) {
        return response(
                labels.stream().map(label -> label.equals(CROSSED_OUT) ? EMPTY : label).toList());
    }

    private @Nullable String digits(List<String> labels) {
        int first = 0;
        int last = labels.size() - 1;
        while (first <= last && labels.get(first).equals(EMPTY)) {
            first++;
        }
        while (last > first && labels.get(last).equals(EMPTY)) {
            last--;
        }
        int point = labels.size() - decimals;
        boolean atPoint = decimals == 0 || (last >= point - 1 && first <= point);
        if (first > last || !atPoint) {
            return null;
        }
        var written = labels.subList(first, last + 1);
        return written.stream().allMatch(label -> label.length() == 1)
                ? pointed(String.join("", written), point - first)
                : null;
    }

    private String pointed(String text, int whole) {
        if (decimals == 0 || whole >= text.length()) {
            return text;
        }
        return (whole <= 0 ? "0" : text.substring(0, whole)) + "." + text.substring(whole);
    }
}
