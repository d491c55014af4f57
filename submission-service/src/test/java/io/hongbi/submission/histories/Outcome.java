package io.hongbi.submission.histories;

import io.hongbi.common.reading.Item.State;
import io.hongbi.submission.marking.Mark;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A mark, as the rules or as the service say.
 *
 * @param mark written without zeros at its end; null while nobody knows
 * @param reason its kind
 */
record Outcome(
        String itemId,
        @Nullable Integer page,
        @Nullable String mark,
        String max,
        String verdict,
        @Nullable String response,
        @Nullable String expected,
        String reason,
        String layer) {

    private static final Set<String> FOR_A_TEACHER =
            Set.of("Unsure", "PhotosDiffer", "ForTeacher", "NoKey");

    static Outcome of(Mark mark) {
        return new Outcome(
                mark.itemId(),
                mark.page(),
                mark.mark() == null ? null : plain(mark.mark()),
                plain(mark.max()),
                text(mark.verdict()),
                mark.response(),
                mark.expected(),
                mark.reason().getClass().getSimpleName(),
                text(mark.layer()));
    }

    boolean asksTeacher() {
        return FOR_A_TEACHER.contains(reason);
    }

    private static String text(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Where a mark comes to be. */
    record Place(int item, @Nullable Integer page, ItemRule rule) {

        Outcome machine(
                @Nullable BigDecimal mark, String verdict, @Nullable String seen, String reason) {
            return outcome(mark, verdict, seen, reason, "machine");
        }

        Outcome machineSees(State state, @Nullable String seen) {
            if (state == State.BLANK) {
                return machine(BigDecimal.ZERO, "blank", null, "LeftBlank");
            }
            if (rule.asks() == Sheet.Asks.FREE) {
                return machine(null, "not-marked", null, "ForTeacher");
            }
            if (rule.answers().isEmpty()) {
                return machine(null, "not-marked", seen, "NoKey");
            }
            return state == State.OK && seen != null
                    ? judged(seen, "machine")
                    : machine(null, "doubtful", seen, "Unsure");
        }

        Outcome teacherGives(BigDecimal given, @Nullable String seen) {
            var mark = given.min(rule.points());
            var verdict =
                    mark.compareTo(rule.points()) == 0
                            ? "right"
                            : mark.signum() == 0 ? "wrong" : "partial";
            return outcome(mark, verdict, seen, "TeachersMark", "teacher");
        }

        Outcome teacherSays(String answer) {
            if (rule.everyone()) {
                var said = answer.isEmpty() ? null : answer;
                return outcome(rule.points(), "right", said, "FullForAll", "teacher");
            }
            if (answer.isEmpty()) {
                return outcome(BigDecimal.ZERO, "blank", null, "LeftBlank", "teacher");
            }
            return rule.answers().isEmpty()
                    ? outcome(null, "not-marked", answer, "NoKey", "teacher")
                    : judged(answer, "teacher");
        }

        /** By the right answer that is best for the student. */
        private Outcome judged(String answer, String layer) {
            int best = 0;
            var share = BigDecimal.ZERO;
            boolean partly = false; // also where its share is nothing, of no points
            for (var right : rule.answers()) {
                partly |= net(right, answer) > 0;
                best = Math.max(best, closeness(right, answer));
                share = share.max(share(right, answer));
            }
            return switch (best) {
                case 3 -> outcome(rule.points(), "right", answer, "Right", layer);
                case 2 -> outcome(rule.points(), "right", answer, "EqualNumber", layer);
                case 1 -> outcome(rule.points(), "right", answer, "NearEnough", layer);
                default ->
                        partly
                                ? outcome(share, "partial", answer, "PartlyRight", layer)
                                : outcome(rule.penalty().negate(), "wrong", answer, "Wrong", layer);
            };
        }

        private int closeness(String right, String answer) {
            if (plainly(right).equals(plainly(answer))) {
                return 3;
            }
            if (rule.asks() != Sheet.Asks.NUMBER) {
                return 0;
            }
            int apart = Math.abs(Sheet.value(right) - Sheet.value(answer));
            return apart == 0 ? 2 : apart <= rule.tolerance() ? 1 : 0;
        }

        private BigDecimal share(String right, String answer) {
            return rule.points()
                    .multiply(BigDecimal.valueOf(net(right, answer)))
                    .divide(BigDecimal.valueOf(options(right).size()), 2, RoundingMode.HALF_UP);
        }

        /** How many options more are right than wrong, where that counts. */
        private int net(String right, String answer) {
            if (rule.asks() != Sheet.Asks.OPTIONS || !rule.partial()) {
                return 0;
            }
            var hit = options(answer);
            int chosen = hit.size();
            hit.retainAll(options(right));
            return Math.max(0, 2 * hit.size() - chosen);
        }

        private static Set<Integer> options(String chosen) {
            return plainly(chosen).chars().boxed().collect(Collectors.toCollection(HashSet::new));
        }

        private static String plainly(String text) {
            return Sheet.PLAIN.getOrDefault(text, text);
        }

        private Outcome outcome(
                @Nullable BigDecimal mark,
                String verdict,
                @Nullable String response,
                String reason,
                String layer) {
            return new Outcome(
                    Sheet.ITEMS.get(item).id(),
                    page,
                    mark == null ? null : plain(mark),
                    plain(rule.max()),
                    verdict,
                    response,
                    rule.answers().isEmpty() ? null : String.join(" | ", rule.answers()),
                    reason,
                    layer);
        }
    }
}
