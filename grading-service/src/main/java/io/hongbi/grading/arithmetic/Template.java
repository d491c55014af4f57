package io.hongbi.grading.arithmetic;

import io.hongbi.common.reading.Item.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, with a place for each answer, and the answers.
 *
 * @param text with {@link #ANSWER} where answers belong
 */
record Template(String text, List<List<Sign>> answers) {

    /** Where an answer belongs. */
    static final char ANSWER = '_';

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern WITH_REMAINDER = Pattern.compile("\\d+\\.\\.\\.\\d+");
    private static final Pattern DIVISION = Pattern.compile("\\d+/\\d+=" + ANSWER);

    /** A remainder's dots in a hand that runs them together. */
    private static final Pattern RUN_TOGETHER =
            Pattern.compile("(\\d+)(?=[-.=]*(?:[-=]|\\.{3}))[-.=]+(\\d+)");

    /** The same dots taken for a printed equals sign. */
    private static final Pattern PARTED = Pattern.compile(DIVISION + "=" + ANSWER);

    private static final Pattern OPERATOR = Pattern.compile("[0-9)][-+*/][0-9(]");
    private static final Pattern SIDE =
            Pattern.compile("T([-+*/]T)*".replace("T", "(\\d+(\\.\\d+)?)"));
    private static final Pattern ANSWER_AT_END = Pattern.compile("[-=]?" + ANSWER + "$");
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)");

    Optional<Sum> sum(int from, int to) {
        if (text.indexOf(Sign.OTHER) >= 0) {
            return Optional.empty();
        }
        if (PARTED.matcher(text).matches()) {
            return joined().sum(from, to);
        }
        if (answers.isEmpty() || !couldBe()) {
            return halfRead(from, to);
        }
        boolean atEnd = text.endsWith("=" + ANSWER);
        var asked = atEnd ? text.substring(0, text.length() - 1) : text;
        var expression = asked.replace(String.valueOf(ANSWER), "()");
        var read = read();
        var response = withDots(joined(read));
        boolean clear = sound() && read.size() <= 2;
        var state = clear ? state(read, response) : State.DOUBTFUL;
        return Optional.of(new Sum(expression, response, state, from, to));
    }

    private Template joined() {
        var answer = new ArrayList<>(answers.getFirst());
        answer.add(new Sign(Sign.ELLIPSIS, true));
        answer.addAll(answers.getLast());
        return new Template(text.substring(0, text.length() - 2), List.of(answer));
    }

    /** Behind one division a dash between two numbers can only be the dots. */
    private @Nullable String withDots(@Nullable String response) {
        return response != null && DIVISION.matcher(text).matches()
                ? RUN_TOGETHER.matcher(response).replaceFirst("$1...$2")
                : response;
    }

    /**
     * A sum all the same whose equals sign was misread: numbers that are worked with, and an answer
     * right behind them. The reader itself is never sure of it.
     */
    private Optional<Sum> halfRead(int from, int to) {
        var asked = ANSWER_AT_END.matcher(text).replaceFirst("");
        boolean sum =
                answers.size() == 1
                        && !asked.equals(text)
                        && OPERATOR.matcher(asked).find()
                        && side(asked);
        return sum
                ? Optional.of(new Sum(asked + "=", joined(read()), State.DOUBTFUL, from, to))
                : Optional.empty();
    }

    private List<Answer> read() {
        return answers.stream().map(Template::answer).toList();
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
                        ? WITH_REMAINDER.matcher(sides[1]).matches() && answers.size() <= 2
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
        return new Answer(clear ? Grammar.plain(own) : null, clear ? Kind.WRITTEN : Kind.UNCLEAR);
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
