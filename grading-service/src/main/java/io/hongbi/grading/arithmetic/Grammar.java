package io.hongbi.grading.arithmetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes sums of a line's signs: what is printed asks, what is written answers; where all is written
 * the equals sign parts the two. Knows nothing of what would be right.
 */
final class Grammar {

    private Grammar() {}

    /** All sums of a line, from left to right; nothing of what is none. */
    static List<Sum> parse(List<Sign> told) {
        var signs = Numbers.settled(told);
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
                    plain(signs.subList(0, at + 1)) + Template.ANSWER,
                    List.of(signs.subList(at + 1, signs.size())));
        }
        return new Template(
                plain(signs.subList(0, at))
                        + Template.ANSWER
                        + plain(signs.subList(at + 1, signs.size())),
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
        cutStray(text);
        if (answers.isEmpty() && text.indexOf("=") == text.length() - 1 && !text.isEmpty()) {
            add(text, answers, List.of());
        }
        return new Template(text.toString(), answers);
    }

    /** No sum ends in a sign to multiply by or in a point: it is a tick, or a speck, beside it. */
    private static void cutStray(StringBuilder text) {
        int to = text.length();
        while (to > 1 && "*.".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        char before = to > 0 ? text.charAt(to - 1) : '*';
        if (before == Template.ANSWER || Character.isDigit(before)) {
            text.setLength(to);
        }
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
        if (!text.isEmpty() && text.charAt(text.length() - 1) == Template.ANSWER) {
            var before = answers.removeLast();
            var both = new ArrayList<>(before);
            both.addAll(answer);
            answers.add(both);
            return;
        }
        text.append(Template.ANSWER);
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

    static String plain(List<Sign> signs) {
        return signs.stream().map(Sign::plain).collect(Collectors.joining());
    }
}
