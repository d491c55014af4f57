package io.hongbi.grading.arithmetic;

import java.util.ArrayList;
import java.util.List;

/**
 * Settles whether numbers are printed or written. The network tells it sign by sign, but a number
 * is the one or the other; and what stands behind an equals sign at a line's end was written.
 */
final class Numbers {

    private Numbers() {}

    /** The same signs, those of a number alike; as they were where neither is the likelier. */
    static List<Sign> settled(List<Sign> signs) {
        var settled = new ArrayList<>(signs);
        for (int from = 0; from < signs.size(); from++) {
            int to = end(signs, from);
            if (to > from) {
                settle(settled, from, to);
                from = to;
            }
        }
        return settled;
    }

    private static int end(List<Sign> signs, int from) {
        int to = from;
        while (to < signs.size() && (signs.get(to).digit() || signs.get(to).is('.'))) {
            to++;
        }
        return to;
    }

    private static void settle(List<Sign> signs, int from, int to) {
        var digits = signs.subList(from, to).stream().filter(Sign::digit).toList();
        long byHand = digits.stream().filter(Sign::hand).count();
        long printed = digits.size() - byHand;
        if (byHand == 0 || printed == 0) {
            return;
        }
        boolean answer = from > 0 && signs.get(from - 1).is('=');
        boolean last = to == signs.size() || signs.get(to).is(Sign.GAP);
        if (answer && last) {
            write(signs, from, to, true);
        } else if (!answer && oneAtAnEnd(digits, byHand < printed)) {
            write(signs, from, to, byHand > printed);
        } // behind an equals sign the next sum may begin within
    }

    /** What stands alone in the middle may be a sign between two numbers. */
    private static boolean oneAtAnEnd(List<Sign> digits, boolean hand) {
        return digits.size() > 2
                && digits.stream().filter(digit -> digit.hand() == hand).count() == 1
                && (digits.getFirst().hand() == hand || digits.getLast().hand() == hand);
    }

    private static void write(List<Sign> signs, int from, int to, boolean hand) {
        for (int i = from; i < to; i++) {
            signs.set(i, new Sign(signs.get(i).text(), hand));
        }
    }
}
