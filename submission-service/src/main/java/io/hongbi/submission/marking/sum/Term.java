package io.hongbi.submission.marking.sum;

import java.util.Optional;

/** A side of a sum, or a part of one. */
sealed interface Term {

    /** A number as it stands there. */
    record Known(Quantity quantity) implements Term {}

    /** Where the answer belongs. */
    record Gap() implements Term {}

    /**
     * Two terms with a sign between.
     *
     * @param sign one of {@code + - * /}
     */
    record Operation(Term left, char sign, Term right) implements Term {}

    /** How many answers belong into it. */
    default int gaps() {
        return switch (this) {
            case Known _ -> 0;
            case Gap() -> 1;
            case Operation(var left, _, var right) -> left.gaps() + right.gaps();
        };
    }

    /** The same with that number in its gaps. */
    default Term with(Quantity answer) {
        return switch (this) {
            case Known known -> known;
            case Gap() -> new Known(answer);
            case Operation(var left, var sign, var right) ->
                    new Operation(left.with(answer), sign, right.with(answer));
        };
    }

    /** Its value; empty where it has a gap or divides by zero. */
    default Optional<Quantity> value() {
        return switch (this) {
            case Known(var quantity) -> Optional.of(quantity);
            case Gap() -> Optional.empty();
            case Operation(var left, var sign, var right) ->
                    left.value().flatMap(l -> right.value().flatMap(r -> applied(l, sign, r)));
        };
    }

    /**
     * What has to stand in its one gap so that it has that value; empty where nothing does, or
     * anything.
     */
    default Optional<Quantity> gapFor(Quantity wanted) {
        return switch (this) {
            case Known _ -> Optional.empty();
            case Gap() -> Optional.of(wanted);
            case Operation(var left, var sign, var right) when left.gaps() == 1 ->
                    right.value().flatMap(r -> leftFor(wanted, sign, r)).flatMap(left::gapFor);
            case Operation(var left, var sign, var right) ->
                    left.value().flatMap(l -> rightFor(wanted, l, sign)).flatMap(right::gapFor);
        };
    }

    private static Optional<Quantity> applied(Quantity left, char sign, Quantity right) {
        return switch (sign) {
            case '+' -> Optional.of(left.plus(right));
            case '-' -> Optional.of(left.minus(right));
            case '*' -> Optional.of(left.times(right));
            default -> right.isZero() ? Optional.empty() : Optional.of(left.dividedBy(right));
        };
    }

    private static Optional<Quantity> leftFor(Quantity wanted, char sign, Quantity right) {
        return switch (sign) {
            case '+' -> Optional.of(wanted.minus(right));
            case '-' -> Optional.of(wanted.plus(right));
            case '*' -> right.isZero() ? Optional.empty() : Optional.of(wanted.dividedBy(right));
            default -> right.isZero() ? Optional.empty() : Optional.of(wanted.times(right));
        };
    }

    private static Optional<Quantity> rightFor(Quantity wanted, Quantity left, char sign) {
        return switch (sign) {
            case '+' -> Optional.of(wanted.minus(left));
            case '-' -> Optional.of(left.minus(wanted));
            case '*' -> left.isZero() ? Optional.empty() : Optional.of(wanted.dividedBy(left));
            default ->
                    left.isZero() || wanted.isZero()
                            ? Optional.empty()
                            : Optional.of(left.dividedBy(wanted));
        };
    }
}
