package io.hongbi.grading.proof;

import io.hongbi.common.layout.Bubble;
import io.hongbi.common.layout.SheetItem;
import io.hongbi.common.layout.SheetPage;
import io.hongbi.common.layout.StudentNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is filled in on a page on trial. Over all trials of a page every option of every question is
 * filled at least once, and every bubble of the student number where there are ten trials.
 *
 * @param studentNumber null where the page does not ask for it, and on the blank page
 * @param responses by item id; none on the blank page; empty texts for free answers that are given
 */
record TrialAnswers(@Nullable String studentNumber, Map<String, String> responses) {

    private static final int DIGITS = 10;
    private static final int LETTERS = 26;

    TrialAnswers {
        responses = Map.copyOf(responses);
    }

    /** Nothing. */
    static TrialAnswers blank() {
        return new TrialAnswers(null, Map.of());
    }

    /** How many trials it takes to fill every bubble, one to a question and column. */
    static int needed(SheetPage page) {
        int options = page.items().stream().mapToInt(item -> bubbles(item).size()).max().orElse(0);
        boolean numbers = page.studentNumber() instanceof StudentNumber.Bubbles;
        return Math.max(numbers ? DIGITS : 2, options);
    }

    /**
     * @param trial from 0
     * @param trials with fewer than a question has options, several are filled at once
     * @param attempt from 0: another one has the same bubbles and other characters
     */
    static TrialAnswers of(SheetPage page, int trial, int trials, int attempt) {
        var responses = new LinkedHashMap<String, String>();
        for (int i = 0; i < page.items().size(); i++) {
            var item = page.items().get(i);
            int turn = trial + i;
            int character = 3 * trial + 5 * i + 4 * attempt;
            switch (item) {
                case SheetItem.Choice choice ->
                        responses.put(item.itemId(), chosen(choice, turn, trials));
                case SheetItem.TrueFalse _ ->
                        responses.put(item.itemId(), turn % 2 == 0 ? "T" : "F");
                case SheetItem.Digits digits ->
                        responses.put(item.itemId(), number(digits, character));
                case SheetItem.Letters letters ->
                        responses.put(
                                item.itemId(),
                                run(letters.boxes().size(), character, 'A', LETTERS));
                case SheetItem.Free _ -> {
                    if (turn % 2 == 0) {
                        responses.put(item.itemId(), "");
                    }
                }
            }
        }
        return new TrialAnswers(studentNumber(page, trial), responses);
    }

    private static String chosen(SheetItem.Choice choice, int turn, int trials) {
        int options = choice.options().size();
        int every = choice.multiple() ? 2 : Math.min(options, trials);
        return IntStream.range(0, options)
                .filter(option -> (option + turn) % every == 0)
                .mapToObj(option -> choice.options().get(option).value())
                .collect(Collectors.joining());
    }

    private static String number(SheetItem.Digits item, int character) {
        int count = item.boxes().size() - (item.sign() ? 1 : 0);
        var digits = run(count, character, '0', DIGITS);
        int whole = count - item.decimals();
        var number =
                item.decimals() == 0
                        ? digits
                        : digits.substring(0, whole) + "." + digits.substring(whole);
        return item.sign() && character % 2 == 0 ? "-" + number : number;
    }

    private static @Nullable String studentNumber(SheetPage page, int trial) {
        var place = page.studentNumber();
        return place == null ? null : run(place.digits(), trial, '0', DIGITS);
    }

    /** So many characters, each some places behind the one before. */
    private static String run(int count, int from, char first, int alphabet) {
        return IntStream.range(0, count)
                .mapToObj(i -> Character.toString(first + (from + 7 * i) % alphabet))
                .collect(Collectors.joining());
    }

    private static List<Bubble> bubbles(SheetItem item) {
        return switch (item) {
            case SheetItem.Choice choice -> choice.options();
            case SheetItem.TrueFalse trueFalse -> trueFalse.options();
            case SheetItem.Digits _, SheetItem.Letters _, SheetItem.Free _ -> List.of();
        };
    }
}
