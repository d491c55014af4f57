package io.hongbi.grading.simulation;

import io.hongbi.common.layout.Bubble;
import io.hongbi.common.layout.SheetItem;
import io.hongbi.common.layout.SheetPage;
import io.hongbi.common.layout.StudentNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fills the bubbles of a page, by chance or as wanted, and remembers what it filled. */
public final class SheetFilling {

    private static final double LEFT_BLANK = 0.06;
    private static final double CORRECTED = 0.03;

    private final SheetPage page;
    private final Random random;
    private final SheetPen pen;
    private final Style style;
    private final Map<String, Answer> answers = new LinkedHashMap<>();

    /** How somebody marks bubbles. */
    enum Style {
        FILLED,
        TICKED,
        CROSSED,
        RINGED
    }

    /**
     * What stands at an item.
     *
     * @param response null where it was left blank
     * @param corrected whether another mark was struck out
     */
    public record Answer(@Nullable String response, boolean corrected) {}

    private SheetFilling(SheetPage page, PageImage image, Random random, int grey, Style style) {
        this.page = page;
        this.random = random;
        this.style = style;
        this.pen = new SheetPen(image, random, grey, random.nextDouble(0.38, 0.6));
    }

    /** Answers everything that has bubbles by chance, in one of the ways that people have. */
    static Map<String, Answer> byChance(
            SheetPage page, PageImage image, boolean pale, Random random) {
        int dark = random.nextBoolean() ? random.nextInt(15, 60) : random.nextInt(70, 115);
        int grey = pale ? random.nextInt(135, 160) : dark;
        double way = random.nextDouble();
        var style =
                way < 0.7
                        ? Style.FILLED
                        : way < 0.8 ? Style.TICKED : way < 0.9 ? Style.CROSSED : Style.RINGED;
        var filling = new SheetFilling(page, image, random, grey, style);
        filling.fill();
        return filling.answers;
    }

    /**
     * Answers as wanted, by filling bubbles in.
     *
     * @param responses by item id; items that are missing stay blank
     */
    public static void asWanted(
            SheetPage page, PageImage image, Map<String, String> responses, Random random) {
        var filling = new SheetFilling(page, image, random, 80, Style.FILLED);
        for (var item : page.items()) {
            var response = responses.getOrDefault(item.itemId(), "");
            for (var bubble : bubbles(item)) {
                if (response.contains(bubble.value())) {
                    filling.pen.fill(bubble.box());
                }
            }
        }
    }

    private void fill() {
        if (page.studentNumber() instanceof StudentNumber.Bubbles(var columns)) {
            for (var column : columns) {
                pen.fill(column.get(random.nextInt(column.size())).box());
            }
        }
        for (var item : page.items()) {
            var bubbles = bubbles(item);
            if (!bubbles.isEmpty()) {
                answers.put(item.itemId(), answer(item, bubbles));
            }
        }
    }

    private Answer answer(SheetItem item, List<Bubble> bubbles) {
        if (random.nextDouble() < LEFT_BLANK) {
            return new Answer(null, false);
        }
        var chosen = new ArrayList<Bubble>();
        boolean multiple = item instanceof SheetItem.Choice choice && choice.multiple();
        if (multiple) {
            bubbles.stream().filter(_ -> random.nextInt(5) < 2).forEach(chosen::add);
        }
        if (chosen.isEmpty()) {
            chosen.add(bubbles.get(random.nextInt(bubbles.size())));
        }
        chosen.forEach(this::mark);
        boolean corrected = style == Style.FILLED && random.nextDouble() < CORRECTED;
        if (corrected) {
            bubbles.stream()
                    .filter(bubble -> !chosen.contains(bubble))
                    .findFirst()
                    .ifPresent(wrong -> {
                        pen.fill(wrong.box());
                        pen.strikeOut(wrong.box());
                    });
        }
        return new Answer(
                chosen.stream().map(Bubble::value).collect(Collectors.joining()), corrected);
    }

    private void mark(Bubble bubble) {
        switch (style) {
            case FILLED -> pen.fill(bubble.box());
            case TICKED -> pen.tick(bubble.box());
            case CROSSED -> pen.cross(bubble.box());
            case RINGED -> pen.ring(bubble.box());
        }
    }

    private static List<Bubble> bubbles(SheetItem item) {
        return switch (item) {
            case SheetItem.Choice choice -> choice.options();
            case SheetItem.TrueFalse trueFalse -> trueFalse.options();
            case SheetItem.Digits _, SheetItem.Letters _, SheetItem.Free _ -> List.of();
        };
    }
}
