package io.hongbi.grading.arithmetic;

import io.hongbi.common.reading.Item.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes sums of a line's signs: what is printed asks, what is written answers; where all is written
 * the equals sign parts the two. Knows nothing of what would be right.
 */
final class Grammar {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern WITH_REMAINDER = Pattern.compile("\\d+\\.\\.\\.\\d+");
    private static final Pattern OPERATOR = Pattern.compile("[0-9)][-+*/][0-9(]");
    private static final Pattern SIDE =
            Pattern.compile("T([-+*/]T)*".replace("T", "(\\d+(\\.\\d+)?)"));
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)");

    /** Where an answer belongs. */
    private static final char ANSWER = '_';

    private Grammar() {}

    /** All sums of a line, from left to right; nothing of what is none. */
    static List<Sum> parse(List<Sign> signs) {
        var sums = new ArrayList<Sum>();
        for (var piece : Pieces.of(signs)) {
            sum(signs, piece).ifPresent(sums::add);
        }
        return sums;
    }

    private static Optional<Sum> sum(List<Sign> signs, Pieces.Piece piece) {
        int from = piece.from();
        int to = piece.to();
        while (from < to && signs.get(from).is(Sign.OTHER)) {
            from++;
        }
        while (to > from && signs.get(to - 1).is(Sign.OTHER) && !behindEquals(signs, to - 1)) {
            to--; // a unit
        }
        var own = signs.subList(from, to).stream().filter(s -> !s.is(Sign.GAP)).toList();
        var template = written(own) ? handwritten(own) : printed(own);
        return template.sum(from, to);
    }

    private static boolean written(List<Sign> signs) {
        long digits = signs.stream().filter(Sign::digit).count();
        long byHand = signs.stream().filter(s -> s.digit() && s.hand()).count();
        return signs.stream().noneMatch(s -> s.is('=') && !s.hand())
                && signs.stream().anyMatch(s -> s.comparison() && s.hand())
                && 2 * byHand > digits;
    }

    private static Template handwritten(List<Sign> signs) {
        int equals = first(signs, s -> s.is('='));
        int at = equals >= 0 ? equals : first(signs, Sign::comparison);
        if (equals >= 0) {
            return new Template(
                    plain(signs.subList(0, at + 1)) + ANSWER,
                    List.of(signs.subList(at + 1, signs.size())));
        }
        return new Template(
                plain(signs.subList(0, at)) + ANSWER + plain(signs.subList(at + 1, signs.size())),
                List.of(List.of(signs.get(at))));
    }

    private static Template printed(List<Sign> signs) {
        var text = new StringBuilder();
        var answers = new ArrayList<List<Sign>>();
        for (int i = 0; i < signs.size(); ) {
            int behind = afterHand(signs, i);
            boolean bracket = signs.get(i).is('(') && !signs.get(i).hand();
            int inBrackets = bracket ? afterHand(signs, i + 1) : i;
            if (bracket && inBrackets < signs.size() && signs.get(inBrackets).is(')')) {
                add(text, answers, signs.subList(i + 1, inBrackets));
                i = inBrackets + 1;
            } else if (behind > i) {
                add(text, answers, signs.subList(i, behind));
                i = behind;
            } else if (signs.get(i).is(Sign.PLACE)) {
                add(text, answers, List.of());
                i++;
            } else {
                text.append(signs.get(i++).plain());
            }
        }
        if (answers.isEmpty() && text.indexOf("=") == text.length() - 1 && !text.isEmpty()) {
            add(text, answers, List.of());
        }
        return new Template(text.toString(), answers);
    }

    private static int afterHand(List<Sign> signs, int from) {
        int i = from;
        while (i < signs.size() && (signs.get(i).hand() || unknown(signs, i))) {
            i++;
        }
        return i;
    }

    /** What stands where an answer belongs and is none. */
    private static boolean unknown(List<Sign> signs, int at) {
        return signs.get(at).is(Sign.OTHER) && behindEquals(signs, at);
    }

    private static boolean behindEquals(List<Sign> signs, int at) {
        return at > 0 && signs.get(at - 1).is('=');
    }

    /** An answer beside a place that is told to be blank was written across it. */
    private static void add(StringBuilder text, List<List<Sign>> answers, List<Sign> answer) {
        if (!text.isEmpty() && text.charAt(text.length() - 1) == ANSWER) {
            var before = answers.removeLast();
            var both = new ArrayList<>(before);
            both.addAll(answer);
            answers.add(both);
            return;
        }
        text.append(ANSWER);
        answers.add(answer);
    }

    private static int first(List<Sign> signs, Predicate<Sign> wanted) {
        for (int i = 0; i < signs.size(); i++) {
            if (wanted.test(signs.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static String plain(List<Sign> signs) {
        return signs.stream().map(Sign::plain).collect(Collectors.joining());
    }

    /**
     * What is asked, with a place for each answer, and the answers.
     *
     * @param text with {@link #ANSWER} where answers belong
     */
    private record Template(String text, List<List<Sign>> answers) {

        Optional<Sum> sum(int from, int to) {
            if (answers.isEmpty() || text.indexOf(Sign.OTHER) >= 0 || !couldBe()) {
                return Optional.empty();
            }
            boolean atEnd = text.endsWith("=" + ANSWER);
            var asked = atEnd ? text.substring(0, text.length() - 1) : text;
            var expression = asked.replace(String.valueOf(ANSWER), "()");
            var read = answers.stream().map(Grammar::answer).toList();
            if (!sound() || read.size() > 2) {
                return Optional.of(new Sum(expression, joined(read), State.DOUBTFUL, from, to));
            }
            return Optional.of(
                    new Sum(expression, joined(read), state(read, joined(read)), from, to));
        }

        /** What has neither a comparison nor two digits, or nothing to work out, is left alone. */
        private boolean couldBe() {
            long digits = text.chars().filter(Character::isDigit).count();
            boolean worked = text.chars().anyMatch(c -> "+-*/".indexOf(c) >= 0);
            return comparing() ? digits > 1 : digits > 0 && worked && text.indexOf('=') >= 0;
        }

        private boolean comparing() {
            var sides = sides(text);
            return text.indexOf('=') < 0
                    && sides.length == 2
                    && !sides[0].isEmpty()
                    && !sides[1].isEmpty();
        }

        private static String[] sides(String text) {
            return text.split(String.valueOf(ANSWER), -1);
        }

        /** Whether the answers stand where a sum has them. */
        private boolean sound() {
            if (comparing()) {
                var sides = sides(text);
                return side(sides[0]) && side(sides[1]);
            }
            var sides = text.replace(ANSWER, '1').split("=", -1);
            if (sides.length != 2) {
                return false;
            }
            boolean remainder = sides[1].contains("...");
            boolean right =
                    remainder
                            ? WITH_REMAINDER.matcher(sides[1]).matches() && answers.size() == 2
                            : side(sides[1]) && answers.size() == 1;
            return right && side(sides[0]) && OPERATOR.matcher(sides[0] + " " + sides[1]).find();
        }

        private State state(List<Answer> read, @Nullable String response) {
            if (read.stream().allMatch(a -> a.kind == Kind.BLANK)) {
                return State.BLANK;
            }
            if (read.size() == 1 && read.getFirst().kind == Kind.STRUCK) {
                return State.CROSSED_OUT;
            }
            boolean all = read.stream().allMatch(a -> a.kind == Kind.WRITTEN);
            return all && response != null && fits(response) ? State.OK : State.DOUBTFUL;
        }

        private boolean fits(String response) {
            if (comparing()) {
                return response.length() == 1 && "<>=".contains(response);
            }
            boolean atEnd = text.endsWith("=" + ANSWER) || answers.size() == 2;
            return NUMBER.matcher(response).matches()
                    || (atEnd && WITH_REMAINDER.matcher(response).matches());
        }
    }

    private enum Kind {
        BLANK,
        STRUCK,
        WRITTEN,
        UNCLEAR
    }

    private record Answer(@Nullable String text, Kind kind) {}

    /** What was crossed out before an answer, and a unit behind it, are not the answer. */
    private static Answer answer(List<Sign> signs) {
        int from = 0;
        int to = signs.size();
        while (from < to && signs.get(from).is(Sign.STRUCK)) {
            from++;
        }
        while (to > from && signs.get(to - 1).is(Sign.OTHER)) {
            to--;
        }
        if (from == to) {
            boolean other = to < signs.size();
            return new Answer(null, other ? Kind.UNCLEAR : from > 0 ? Kind.STRUCK : Kind.BLANK);
        }
        var own = signs.subList(from, to);
        boolean clear = own.stream().noneMatch(s -> s.is(Sign.STRUCK) || s.is(Sign.OTHER));
        return new Answer(clear ? plain(own) : null, clear ? Kind.WRITTEN : Kind.UNCLEAR);
    }

    private static @Nullable String joined(List<Answer> answers) {
        boolean none = answers.stream().allMatch(a -> a.text == null);
        return none
                ? null
                : answers.stream()
                        .map(a -> a.text == null ? "" : a.text)
                        .collect(Collectors.joining("..."));
    }

    /** Whether a side can be worked out: numbers with signs between, in brackets or not. */
    private static boolean side(String text) {
        var flat = text;
        for (var inner = BRACKETS.matcher(flat); inner.find(); inner = BRACKETS.matcher(flat)) {
            if (!SIDE.matcher(inner.group(1)).matches()) {
                return false;
            }
            flat = flat.substring(0, inner.start()) + "1" + flat.substring(inner.end());
        }
        return SIDE.matcher(flat).matches();
    }
}
