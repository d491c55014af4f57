package io.hongbi.grading.reading;

import io.hongbi.common.reading.Item.State;
import io.hongbi.grading.glyph.Glyph;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the characters in an item's boxes say together. Empty outer boxes are ignored; an empty
 * inner box, anything that does not belong there and whatever is not sure make it doubtful.
 *
 * @param response null where nothing is written, or nothing that could be named
 * @param alternatives other responses, the likeliest first
 */
record WrittenAnswer(
        @Nullable String response, State state, double confidence, List<Other> alternatives) {

    private static final String EMPTY = "empty";

    /** Another response and how likely it is. */
    record Other(String response, double probability) {}

    WrittenAnswer {
        alternatives = List.copyOf(alternatives);
    }

    /** A word, a letter to a box. */
    static WrittenAnswer letters(List<Glyph> glyphs) {
        return of("", glyphs, 0);
    }

    /**
     * A number.
     *
     * @param sign whether the first box takes a sign
     * @param decimals how many of the last boxes stand behind the point
     */
    static WrittenAnswer digits(List<Glyph> glyphs, boolean sign, int decimals) {
        if (!sign) {
            return of("", glyphs, decimals);
        }
        var first = glyphs.getFirst();
        var rest =
                of(
                        first.best().label().equals("minus") ? "-" : "",
                        glyphs.subList(1, glyphs.size()),
                        decimals);
        boolean expected = first.is("minus") || first.is("plus") || first.is(EMPTY);
        boolean alone = rest.state == State.BLANK && !first.is(EMPTY);
        return expected && !alone ? rest.surerBy(first.best().probability()) : rest.doubted();
    }

    private static WrittenAnswer of(String sign, List<Glyph> glyphs, int decimals) {
        var labels = glyphs.stream().map(glyph -> glyph.best().label()).toList();
        double confidence =
                glyphs.stream().mapToDouble(g -> g.best().probability()).reduce(1, (a, b) -> a * b);
        boolean sure = glyphs.stream().allMatch(Glyph::sure);
        if (labels.stream().allMatch(EMPTY::equals)) {
            return new WrittenAnswer(
                    null, sure ? State.BLANK : State.DOUBTFUL, confidence, List.of());
        }
        if (sure && labels.contains("crossed-out")) {
            return new WrittenAnswer(null, State.CROSSED_OUT, confidence, List.of());
        }
        var response = joined(sign, labels, decimals);
        return new WrittenAnswer(
                response,
                sure && response != null ? State.OK : State.DOUBTFUL,
                confidence,
                others(sign, glyphs, labels, decimals));
    }

    /** Null where a box is empty between others, or holds what does not belong there. */
    private static @Nullable String joined(String sign, List<String> labels, int decimals) {
        int first = 0;
        while (labels.get(first).equals(EMPTY)) {
            first++;
        }
        int last = labels.size() - 1;
        while (labels.get(last).equals(EMPTY)) {
            last--;
        }
        int point = labels.size() - decimals;
        if (decimals > 0 && (last < point - 1 || first > point)) {
            return null; // no digit stands next to the printed point
        }
        var written = labels.subList(first, last + 1);
        if (!written.stream().allMatch(label -> label.length() == 1)) {
            return null;
        }
        var text = String.join("", written);
        if (decimals == 0 || last < point) {
            return sign + text;
        }
        int whole = Math.max(0, point - first);
        return sign + (whole == 0 ? "0" : text.substring(0, whole)) + "." + text.substring(whole);
    }

    /** The least sure box read otherwise. */
    private static List<Other> others(
            String sign, List<Glyph> glyphs, List<String> labels, int decimals) {
        int weakest = 0;
        for (int i = 1; i < glyphs.size(); i++) {
            if (glyphs.get(i).best().probability() < glyphs.get(weakest).best().probability()) {
                weakest = i;
            }
        }
        var others = new ArrayList<Other>();
        for (var candidate : glyphs.get(weakest).candidates().subList(1, 3)) {
            var changed = new ArrayList<>(labels);
            changed.set(weakest, candidate.label());
            boolean empty = changed.stream().allMatch(EMPTY::equals);
            var response = empty ? null : joined(sign, changed, decimals);
            if (response != null) {
                others.add(new Other(response, candidate.probability()));
            }
        }
        return others;
    }

    private WrittenAnswer surerBy(double probability) {
        return new WrittenAnswer(response, state, confidence * probability, alternatives);
    }

    private WrittenAnswer doubted() {
        return new WrittenAnswer(response, State.DOUBTFUL, confidence * 0.5, alternatives);
    }

    /** The same answer, of which a part cannot be seen for certain. */
    WrittenAnswer unlessSeen(boolean seen) {
        return seen ? this : doubted();
    }
}
