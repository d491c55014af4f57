package io.hongbi.grading.arithmetic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Settles what is printed and what written. The network tells it sign by sign, and takes a neat
 * hand for print; but a number is the one or the other, a printed sum's signs are printed, and a
 * number alone in brackets or behind an equals sign at the end is an answer.
 */
final class Numbers {

    private final List<Sign> signs;

    private Numbers(List<Sign> signs) {
        this.signs = signs;
    }

    /** The same signs; as they were where neither is the likelier. */
    static List<Sign> settled(List<Sign> line) {
        var settled = new ArrayList<>(line);
        for (int from = 0; from < line.size(); from++) {
            int to = from;
            while (to < line.size() && !line.get(to).is(Sign.GAP)) {
                to++;
            }
            new Numbers(settled.subList(from, to)).settle();
            from = to;
        }
        return settled;
    }

    private void settle() {
        int equals = lastEquals();
        printSigns(equals);
        boolean bracketed = writeInBrackets();
        for (int from = 0; from < signs.size(); from++) {
            int to = end(from);
            if (to > from) {
                boolean answer = from > 0 && signs.get(from - 1).is('=');
                if (answer && to == signs.size()) {
                    writeAnswer(from, to, bracketed);
                } else if (!answer) {
                    agree(from, to);
                } // behind an equals sign the next sum may begin within
                from = to;
            }
        }
    }

    private int lastEquals() {
        for (int i = signs.size() - 1; i >= 0; i--) {
            if (signs.get(i).is('=')) {
                return i;
            }
        }
        return -1;
    }

    /** Of a sum that is mostly printed, with an answer behind it, all signs before are printed. */
    private void printSigns(int equals) {
        if (equals < 1 || handDigits(equals + 1, signs.size()) == 0) {
            return;
        }
        long byHand = signs.subList(0, equals).stream().filter(Sign::hand).count();
        if (2 * byHand >= equals) {
            return;
        }
        for (int i = 0; i <= equals; i++) {
            if (signs.get(i).hand() && (signs.get(i).operator() || i == equals)) {
                write(i, i + 1, false);
                write(i + 1, i < equals ? end(i + 1) : i + 1, false);
            }
        }
    }

    /**
     * {@code 12+(17)=29}; a number in front, {@code (15)}, has no sign beside it. A printed one at
     * the end, {@code 12+17=(16)}, is an answer in a neat hand or the number of the sum beside.
     */
    private boolean writeInBrackets() {
        boolean any = false;
        for (int i = 0; i + 2 < signs.size(); i++) {
            int to = end(i + 1);
            boolean number = signs.get(i).is('(') && to > i + 1 && to < signs.size();
            if (!number || !signs.get(to).is(')') || !(sign(i - 1) || sign(to + 1))) {
                continue;
            }
            if (to + 1 == signs.size() && signs.get(i - 1).is('=') && handDigits(i, to) == 0) {
                Collections.fill(signs.subList(i, to + 1), new Sign(Sign.OTHER, false));
            } else {
                write(i + 1, to, true);
                any = true;
            }
        }
        return any;
    }

    private boolean emptyBrackets() {
        for (int i = 1; i < signs.size(); i++) {
            if (signs.get(i - 1).is('(') && signs.get(i).is(')')) {
                return true;
            }
        }
        return false;
    }

    private boolean sign(int at) {
        return at >= 0
                && at < signs.size()
                && (signs.get(at).operator() || signs.get(at).comparison());
    }

    /** Unless the answer stands elsewhere. */
    private void writeAnswer(int from, int to, boolean bracketed) {
        boolean mixed = handDigits(from, to) > 0;
        boolean elsewhere =
                bracketed
                        || signs.get(from - 1).hand()
                        || handDigits(0, from) > 0
                        || emptyBrackets()
                        || signs.stream().anyMatch(s -> s.is(Sign.PLACE) || s.is(Sign.STRUCK));
        if (mixed || !elsewhere) {
            write(from, to, true);
        }
    }

    /** What stands alone in the middle may be a sign between two numbers. */
    private void agree(int from, int to) {
        long byHand = handDigits(from, to);
        if (byHand == 0) {
            return;
        }
        var digits = signs.subList(from, to).stream().filter(Sign::digit).toList();
        boolean fewer = 2 * byHand < digits.size();
        boolean alone = Math.min(byHand, digits.size() - byHand) == 1 && digits.size() > 2;
        if (alone && (digits.getFirst().hand() == fewer || digits.getLast().hand() == fewer)) {
            write(from, to, !fewer);
        }
    }

    private int end(int from) {
        int to = from;
        while (to < signs.size() && (signs.get(to).digit() || signs.get(to).is('.'))) {
            to++;
        }
        return to;
    }

    private long handDigits(int from, int to) {
        long count = 0;
        for (int i = from; i < to; i++) {
            if (signs.get(i).digit() && signs.get(i).hand()) {
                count++;
            }
        }
        return count;
    }

    private void write(int from, int to, boolean hand) {
        for (int i = from; i < to; i++) {
            signs.set(i, new Sign(signs.get(i).text(), hand));
        }
    }
}
