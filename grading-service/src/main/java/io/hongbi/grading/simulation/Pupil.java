package io.hongbi.grading.simulation;

import io.hongbi.common.layout.Bubble;
import io.hongbi.common.layout.SheetItem;
import io.hongbi.common.layout.SheetPage;
import io.hongbi.grading.simulation.SheetFilling.Style;
import io.hongbi.grading.simulation.handwriting.Scribe;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Somebody who answers by chance, in one of the ways that people have, and remembers how. */
final class Pupil {

    private static final double LEFT_BLANK = 0.06;
    private static final double CORRECTED = 0.03;
    private static final double AS_LONG_AS_CAN_BE = 0.7;

    private final Random random;
    private final Scribe scribe;
    private final SheetPage page;
    private final Style style;
    private final SheetFilling filling;

    /**
     * What stands at an item.
     *
     * @param response as a reading gives it; null where it was left blank
     * @param corrected whether another mark was struck out
     */
    record Answer(@Nullable String response, boolean corrected) {}

    /**
     * What stands on a page.
     *
     * @param studentNumber null where it was left blank
     * @param answers by item id, of all items
     */
    record Filled(@Nullable String studentNumber, Map<String, Answer> answers) {}

    private Pupil(SheetPage page, PageImage image, Scribe scribe, Rung rung, Random random) {
        this.random = random;
        this.scribe = scribe;
        this.page = page;
        this.style = style(random.nextDouble());
        var ink = new SheetPen.Ink(grey(rung), random.nextDouble(0.38, 0.6));
        this.filling =
                new SheetFilling(
                        page,
                        new SheetPen(image, random, ink),
                        new BoxWriting(image, scribe, ink, random),
                        style,
                        rung == Rung.OUTSIDE_BOXES ? 0.6 : 0);
    }

    /** Answers everything on a page. */
    static Filled fill(SheetPage page, PageImage image, Scribe scribe, Rung rung, Random random) {
        return new Pupil(page, image, scribe, rung, random).fill();
    }

    private static Style style(double way) {
        if (way < 0.7) {
            return Style.FILLED;
        }
        return way < 0.8 ? Style.TICKED : way < 0.9 ? Style.CROSSED : Style.RINGED;
    }

    /** Ball pen or pencil, where the rung does not say what. */
    private int grey(Rung rung) {
        return switch (rung) {
            case PENCIL_GREY -> random.nextInt(135, 160);
            case RED_INK -> random.nextInt(85, 110);
            default -> random.nextBoolean() ? random.nextInt(15, 60) : random.nextInt(70, 115);
        };
    }

    private Filled fill() {
        var answers = new LinkedHashMap<String, Answer>();
        var number = number();
        for (var item : page.items()) {
            boolean blank = random.nextDouble() < LEFT_BLANK;
            answers.put(item.itemId(), blank ? new Answer(null, false) : answer(item));
        }
        return new Filled(number, answers);
    }

    private @Nullable String number() {
        var place = page.studentNumber();
        if (place == null || random.nextDouble() < LEFT_BLANK) {
            return null;
        }
        var number = characters(place.digits(), "0123456789");
        filling.number(number);
        return number;
    }

    private Answer answer(SheetItem item) {
        var response =
                switch (item) {
                    case SheetItem.Choice choice -> choice(choice);
                    case SheetItem.TrueFalse _ -> random.nextBoolean() ? "T" : "F";
                    case SheetItem.Digits digits -> number(digits);
                    case SheetItem.Letters letters ->
                            characters(
                                    length(letters.boxes().size()), "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
                    case SheetItem.Free _ -> "";
                };
        filling.answer(item, response);
        return new Answer(read(item, response), takenBack(item, response));
    }

    private String choice(SheetItem.Choice choice) {
        var chosen =
                choice.options().stream()
                        .filter(_ -> choice.multiple() && random.nextInt(5) < 2)
                        .map(Bubble::value)
                        .collect(Collectors.joining());
        return chosen.isEmpty()
                ? choice.options().get(random.nextInt(choice.options().size())).value()
                : chosen;
    }

    private String number(SheetItem.Digits item) {
        var sign = item.sign() ? sign() : "";
        int whole = item.boxes().size() - (item.sign() ? 1 : 0) - item.decimals();
        var digits = sign + characters(length(whole), "0123456789");
        int decimals = random.nextInt(item.decimals() + 1);
        return decimals == 0 ? digits : digits + "." + characters(decimals, "0123456789");
    }

    private String sign() {
        var sign = List.of("-", "-", "+", "", "").get(random.nextInt(5));
        return sign.isEmpty() || scribe.writes(sign.charAt(0)) ? sign : "";
    }

    /** A plus is no part of a reading. */
    private static String read(SheetItem item, String response) {
        return item instanceof SheetItem.Digits && response.startsWith("+")
                ? response.substring(1)
                : response;
    }

    /** Whether another bubble was filled by mistake, and struck out. */
    private boolean takenBack(SheetItem item, String response) {
        if (style != Style.FILLED || random.nextDouble() >= CORRECTED) {
            return false;
        }
        var others = new ArrayList<Bubble>(bubbles(item));
        others.removeIf(bubble -> response.contains(bubble.value()));
        others.stream().findFirst().ifPresent(filling::takeBack);
        return !others.isEmpty();
    }

    private static List<Bubble> bubbles(SheetItem item) {
        return switch (item) {
            case SheetItem.Choice choice -> choice.options();
            case SheetItem.TrueFalse trueFalse -> trueFalse.options();
            case SheetItem.Digits _, SheetItem.Letters _, SheetItem.Free _ -> List.of();
        };
    }

    private int length(int most) {
        return random.nextDouble() < AS_LONG_AS_CAN_BE ? most : random.nextInt(1, most + 1);
    }

    /** Those that the scribe can write; the same whoever writes, as far as they can. */
    private String characters(int count, String alphabet) {
        var known =
                alphabet.chars()
                        .filter(c -> scribe.writes((char) c))
                        .mapToObj(Character::toString)
                        .toList();
        return IntStream.range(0, count)
                .mapToObj(_ -> known.get(random.nextInt(known.size())))
                .collect(Collectors.joining());
    }
}
