package io.hongbi.grading.simulation;

import io.hongbi.common.layout.Box;
import io.hongbi.common.layout.Bubble;
import io.hongbi.common.layout.SheetItem;
import io.hongbi.common.layout.SheetPage;
import io.hongbi.common.layout.StudentNumber;
import io.hongbi.grading.simulation.handwriting.DrawnScribe;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Answers the items of a page on paper: marks bubbles, writes into boxes. */
public final class SheetFilling {

    private static final int PENCIL = 80;

    private final SheetPage page;
    private final SheetPen pen;
    private final BoxWriting writing;
    private final Style style;
    private final double astray;

    /** How somebody marks bubbles. */
    enum Style {
        FILLED,
        TICKED,
        CROSSED,
        RINGED
    }

    /**
     * @param astray how far beside its place everything comes to stand, in its widths
     */
    SheetFilling(SheetPage page, SheetPen pen, BoxWriting writing, Style style, double astray) {
        this.page = page;
        this.pen = pen;
        this.writing = writing;
        this.style = style;
        this.astray = astray;
    }

    /**
     * Answers as wanted, by filling bubbles in.
     *
     * @param responses by item id; items that are missing stay blank
     */
    public static void asWanted(
            SheetPage page, PageImage image, Map<String, String> responses, Random random) {
        asWanted(page, image, responses, null, random);
    }

    /**
     * Answers as wanted: bubbles filled in, characters in a neat invented hand.
     *
     * @param responses by item id, as a reading gives them; items that are missing stay blank, a
     *     free answer is scribbled on whatever its response
     * @param studentNumber null leaves it blank
     */
    public static void asWanted(
            SheetPage page,
            PageImage image,
            Map<String, String> responses,
            @Nullable String studentNumber,
            Random random) {
        var ink = new SheetPen.Ink(PENCIL, random.nextDouble(0.38, 0.6));
        var hand = new Random(responses.hashCode()); // whoever fills bubbles in alone needs none
        var filling =
                new SheetFilling(
                        page,
                        new SheetPen(image, random, ink),
                        new BoxWriting(image, DrawnScribe.neat(hand), ink, hand),
                        Style.FILLED,
                        0);
        if (studentNumber != null) {
            filling.number(studentNumber);
        }
        for (var item : page.items()) {
            var response = responses.get(item.itemId());
            if (response != null) {
                filling.answer(item, response);
            }
        }
    }

    /** Gives the student's number, from the left. */
    void number(String digits) {
        switch (page.studentNumber()) {
            case null -> {}
            case StudentNumber.Bubbles(var columns) -> {
                requireRoom(digits, columns.size());
                for (int i = 0; i < digits.length(); i++) {
                    mark(columns.get(i), digits.substring(i, i + 1));
                }
            }
            case StudentNumber.Boxes(var boxes) -> write(digits, boxes);
        }
    }

    /** Gives an answer, in the form in which a reading gives it. */
    void answer(SheetItem item, String response) {
        switch (item) {
            case SheetItem.Choice choice -> mark(choice.options(), response);
            case SheetItem.TrueFalse trueFalse -> mark(trueFalse.options(), response);
            case SheetItem.Digits digits -> writeNumber(response, digits);
            case SheetItem.Letters letters -> write(response, letters.boxes());
            case SheetItem.Free free -> writing.scribble(free.region());
        }
    }

    /** Marks a bubble and takes it back. */
    void takeBack(Bubble bubble) {
        pen.fill(bubble.box());
        pen.strikeOut(bubble.box());
    }

    private void mark(List<Bubble> bubbles, String values) {
        for (var bubble : bubbles) {
            if (values.contains(bubble.value())) {
                mark(beside(bubble.box()));
            }
        }
    }

    private void mark(Box box) {
        switch (style) {
            case FILLED -> pen.fill(box);
            case TICKED -> pen.tick(box);
            case CROSSED -> pen.cross(box);
            case RINGED -> pen.ring(box);
        }
    }

    /** The point is printed: what stands before it ends there, what stands behind begins there. */
    private void writeNumber(String number, SheetItem.Digits item) {
        var boxes = item.boxes();
        boolean signed = number.startsWith("-") || number.startsWith("+");
        if (signed) {
            writing.write(number.charAt(0), beside(boxes.getFirst()));
        }
        var parts = number.substring(signed ? 1 : 0).split("\\.", -1);
        int point = boxes.size() - item.decimals();
        requireRoom(parts[0], point - (item.sign() ? 1 : 0));
        write(parts[0], boxes.subList(point - parts[0].length(), point));
        if (parts.length > 1) {
            write(parts[1], boxes.subList(point, boxes.size()));
        }
    }

    private void write(String characters, List<Box> boxes) {
        requireRoom(characters, boxes.size());
        for (int i = 0; i < characters.length(); i++) {
            writing.write(characters.charAt(i), beside(boxes.get(i)));
        }
    }

    private static void requireRoom(String characters, int places) {
        if (characters.length() > places) {
            throw new IllegalArgumentException(
                    "An answer of "
                            + characters.length()
                            + " characters has "
                            + places
                            + " places");
        }
    }

    private Box beside(Box box) {
        return new Box(
                box.xMm() + astray * box.widthMm(),
                box.yMm() + astray * box.heightMm(),
                box.widthMm(),
                box.heightMm());
    }
}
