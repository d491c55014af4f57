package io.hongbi.submission.marking.sum;

import io.hongbi.submission.marking.sum.Solution.Division;
import io.hongbi.submission.marking.sum.Solution.Exact;
import io.hongbi.submission.marking.sum.Solution.Remaining;
import io.hongbi.submission.marking.sum.Solution.Sign;
import io.hongbi.submission.marking.sum.Term.Gap;
import io.hongbi.submission.marking.sum.Term.Operation;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what belongs into the gap; empty where nothing does, or more than one thing. */
final class Solver {

    private static final Pattern GAP = Pattern.compile(Sum.GAP, Pattern.LITERAL);
    private static final Pattern REMAINDER = Pattern.compile(Sum.REMAINDER, Pattern.LITERAL);

    private Solver() {}

    static Optional<Solution> solve(String asked) {
        int equals = asked.indexOf('=');
        if (equals < 0) {
            return comparison(asked);
        }
        var left = asked.substring(0, equals);
        var right = asked.substring(equals + 1);
        return right.contains(Sum.REMAINDER) ? withRemainder(left, right) : equation(left, right);
    }

    private static Optional<Solution> comparison(String asked) {
        var sides = GAP.split(asked, -1);
        if (sides.length != 2) {
            return Optional.empty();
        }
        return value(sides[0])
                .flatMap(left ->
                        value(sides[1])
                                .map(right -> {
                                    if (left.equals(right)) {
                                        return new Sign("=");
                                    }
                                    return new Sign(left.isLessThan(right) ? "<" : ">");
                                }));
    }

    private static Optional<Quantity> value(String text) {
        return TermParser.parse(text).flatMap(Term::value);
    }

    private static Optional<Solution> equation(String left, String right) {
        return TermParser.parse(left)
                .flatMap(l -> TermParser.parse(right).flatMap(r -> equation(l, r)));
    }

    private static Optional<Solution> equation(Term left, Term right) {
        if (left.gaps() + right.gaps() != 1) {
            return Optional.empty();
        }
        var open = left.gaps() == 1 ? left : right;
        var closed = left.gaps() == 1 ? right : left;
        return closed.value()
                .flatMap(open::gapFor)
                .map(Exact::new)
                .map(exact ->
                        open instanceof Gap
                                ? quotient(closed)
                                        .<Solution>map(rest -> new Division(exact, rest))
                                        .orElse(exact)
                                : exact);
    }

    /** Of a single division of whole numbers. */
    private static Optional<Remaining> quotient(Term term) {
        return term instanceof Operation(Term.Known(var dividend), var sign, Term.Known(var by))
                        && sign == '/'
                        && dividend.isWhole()
                        && by.isWhole()
                ? Remaining.of(dividend, by)
                : Optional.empty();
    }

    private static Optional<Solution> withRemainder(String left, String right) {
        var shares = REMAINDER.split(right, -1);
        if (shares.length != 2) {
            return Optional.empty();
        }
        return TermParser.parse(left)
                .filter(term -> term instanceof Operation(_, var sign, _) && sign == '/')
                .map(Operation.class::cast)
                .flatMap(division ->
                        TermParser.parse(shares[0])
                                .flatMap(quotient ->
                                        TermParser.parse(shares[1])
                                                .flatMap(rest ->
                                                        withRemainder(division, quotient, rest))));
    }

    private static Optional<Solution> withRemainder(Operation division, Term quotient, Term rest) {
        var dividend = division.left();
        var divisor = division.right();
        if (quotient instanceof Gap && rest instanceof Gap) {
            return dividend.value()
                    .flatMap(whole -> divisor.value().flatMap(by -> Remaining.of(whole, by)));
        }
        if (division.gaps() + quotient.gaps() + rest.gaps() != 1) {
            return Optional.empty();
        }
        var whole = new Operation(new Operation(quotient, '*', divisor), '+', rest);
        var gap =
                dividend.gaps() == 1
                        ? whole.value().flatMap(dividend::gapFor)
                        : dividend.value().flatMap(whole::gapFor);
        return gap.filter(answer -> answer.isWhole() || divisor.gaps() == 0)
                .filter(answer -> holds(division, quotient, rest, answer))
                .map(Exact::new);
    }

    /** Whether the quotient is whole and the remainder less than the divisor. */
    private static boolean holds(Operation division, Term quotient, Term rest, Quantity answer) {
        return division.left()
                .with(answer)
                .value()
                .flatMap(whole ->
                        division.right()
                                .with(answer)
                                .value()
                                .flatMap(by -> Remaining.of(whole, by)))
                .filter(right ->
                        quotient.with(answer)
                                .value()
                                .filter(Quantity.of(right.quotient())::equals)
                                .isPresent())
                .filter(right -> rest.with(answer).value().filter(right.rest()::equals).isPresent())
                .isPresent();
    }
}
