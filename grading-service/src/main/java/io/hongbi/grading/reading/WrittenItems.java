package io.hongbi.grading.reading;

import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.SheetItem;
import io.hongbi.common.layout.StudentNumber;
import io.hongbi.common.reading.Item.State;
import io.hongbi.grading.glyph.BoxCorners;
import io.hongbi.grading.glyph.Glyph;
import io.hongbi.grading.glyph.GlyphRecognition;
import io.hongbi.grading.glyph.GlyphRecognition.Alphabet;
import io.hongbi.grading.glyph.GlyphRecognition.Question;
import io.hongbi.grading.photo.Raster;
import io.hongbi.grading.sheet.FoundSheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What is written in the boxes of a page: student number, digits, letters. The network is asked
 * about boxes with ink only; one with a speck is.
 */
final class WrittenItems {

    /** What is as blank as boxes get; beyond four places a reading tells nothing. */
    private static final Glyph UNTOUCHED =
            new Glyph(List.of(new Glyph.Candidate(Glyph.EMPTY, 0.9998)), 0);

    /** A dot more than what a pencil leaves by chance. */
    private static final double BESIDE_BLANK_MM2 = 0.4;

    /** More than tails and strokes that go astray. */
    private static final double BESIDE_ANSWER_MM2 = 2;

    private final FoundSheet sheet;
    private final Map<Box, Glyph> glyphs = new HashMap<>();

    private WrittenItems(FoundSheet sheet) {
        this.sheet = sheet;
    }

    /** Looks at all boxes of the page in one go. */
    static WrittenItems of(FoundSheet sheet, Raster grey, GlyphRecognition recognition) {
        var items = new WrittenItems(sheet);
        var boxes = new ArrayList<Box>();
        var questions = new ArrayList<Question>();
        for (var written : alphabets(sheet).entrySet()) {
            var box = written.getKey();
            if (sheet.untouched(box)) {
                items.glyphs.put(box, UNTOUCHED);
            } else {
                var corners = sheet.corners(List.of(box), 0);
                boxes.add(box);
                questions.add(
                        new Question(
                                new BoxCorners(corners, box.widthMm(), box.heightMm()),
                                written.getValue()));
            }
        }
        var found = recognition.recognise(grey, questions);
        for (int i = 0; i < boxes.size(); i++) {
            items.glyphs.put(boxes.get(i), found.get(i));
        }
        return items;
    }

    /** In the order of the page: a batch of another order may differ in the last bit. */
    private static Map<Box, Alphabet> alphabets(FoundSheet sheet) {
        var alphabets = new LinkedHashMap<Box, Alphabet>();
        if (sheet.page().studentNumber() instanceof StudentNumber.Boxes(var boxes)) {
            boxes.forEach(box -> alphabets.put(box, Alphabet.DIGITS));
        }
        for (var item : sheet.page().items()) {
            switch (item) {
                case SheetItem.Digits digits ->
                        digits.boxes().forEach(box -> alphabets.put(box, Alphabet.DIGITS));
                case SheetItem.Letters letters ->
                        letters.boxes().forEach(box -> alphabets.put(box, Alphabet.LETTERS));
                case SheetItem.Choice _, SheetItem.TrueFalse _, SheetItem.Free _ -> {}
            }
        }
        return alphabets;
    }

    /** What boxes that stand in a row say; ink beside them may belong to the answer. */
    WrittenAnswer answer(List<Box> boxes, Notation notation) {
        var written = boxes.stream().map(box -> Objects.requireNonNull(glyphs.get(box))).toList();
        var answer = WrittenAnswer.of(written, notation);
        double most = answer.state() == State.BLANK ? BESIDE_BLANK_MM2 : BESIDE_ANSWER_MM2;
        return sheet.seen(boxes) && sheet.besideMm2(boxes) < most ? answer : answer.doubted();
    }
}
