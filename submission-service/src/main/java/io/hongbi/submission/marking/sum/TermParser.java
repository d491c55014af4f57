package io.hongbi.submission.marking.sum;

import io.hongbi.submission.marking.sum.Term.Gap;
import io.hongbi.submission.marking.sum.Term.Known;
import io.hongbi.submission.marking.sum.Term.Operation;
import java.util.Optional;

/**
 * Reads a term by recursive descent: {@code * /} bind more than {@code + -}, brackets most of all.
 */
final class TermParser {

    private final String text;
    private int at;
    private boolean sound = true;

    private TermParser(String text) {
        this.text = text;
    }

    /** Empty where it is no term. */
    static Optional<Term> parse(String text) {
        var parser = new TermParser(text);
        var term = parser.sum();
        return parser.sound && parser.at == text.length() ? Optional.of(term) : Optional.empty();
    }

    private Term sum() {
        var term = product();
        while (is('+') || is('-')) {
            char sign = text.charAt(at++);
            term = new Operation(term, sign, product());
        }
        return term;
    }

    private Term product() {
        var term = factor();
        while (is('*') || is('/')) {
            char sign = text.charAt(at++);
            term = new Operation(term, sign, factor());
        }
        return term;
    }

    private Term factor() {
        if (text.startsWith(Sum.GAP, at)) {
            at += Sum.GAP.length();
            return new Gap();
        }
        if (!is('(')) {
            return number();
        }
        at++;
        var term = sum();
        sound &= is(')');
        at++;
        return term;
    }

    private Term number() {
        int from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || is('.'))) {
            at++;
        }
        var quantity = Quantity.parse(text.substring(from, at));
        sound &= quantity.isPresent() && text.charAt(at - 1) != '.';
        return quantity.<Term>map(Known::new).orElseGet(Gap::new);
    }

    private boolean is(char sign) {
        return at < text.length() && text.charAt(at) == sign;
    }
}
