package io.hongbi.submission.marking;

import io.hongbi.submission.marking.sum.Quantity;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** How an answer compares with a right one. */
sealed interface Comparison {

    /** It is that answer, but for case and width of its characters. */
    record Same() implements Comparison {}

    /** It is the same number, written in another way. */
    record EqualNumber() implements Comparison {}

    /** It is a number within the tolerance. */
    record NearEnough() implements Comparison {}

    /** Some of the options are the same; {@code hits - misses} is more than 0. */
    record Partly(int hits, int misses, int of) implements Comparison {}

    /** It is another answer. */
    record Different() implements Comparison {}

    static Comparison of(AskedItem.Kind kind, ItemKey key, String right, String response) {
        if (right.equals(response)) { // most are, and folding costs
            return new Same();
        }
        var wanted = folded(right);
        var given = folded(response);
        if (wanted.equals(given)) {
            return new Same();
        }
        return switch (kind) {
            case SINGLE_CHOICE, TRUE_FALSE, LETTERS, FREE, COMPLETION -> new Different();
            case MULTIPLE_CHOICE -> options(options(wanted), options(given), key.partial());
            case DIGITS -> numbers(wanted, given, key.tolerance());
            case EXPRESSION -> throw new IllegalArgumentException("A sum has no key");
        };
    }

    /** Whether this one speaks more for the answer than the other. */
    default boolean isBetterThan(Comparison other) {
        if (this instanceof Partly(var hits, var misses, var of)
                && other instanceof Partly(var otherHits, var otherMisses, var otherOf)) {
            return (hits - misses) * otherOf > (otherHits - otherMisses) * of;
        }
        return rank() > other.rank();
    }

    private int rank() {
        return switch (this) {
            case Same _ -> 4;
            case EqualNumber _ -> 3;
            case NearEnough _ -> 2;
            case Partly _ -> 1;
            case Different _ -> 0;
        };
    }

    private static Comparison options(Set<Integer> wanted, Set<Integer> given, boolean partial) {
        if (wanted.equals(given)) {
            return new Same();
        }
        int hits = (int) given.stream().filter(wanted::contains).count();
        int misses = given.size() - hits;
        return partial && hits > misses ? new Partly(hits, misses, wanted.size()) : new Different();
    }

    private static Set<Integer> options(String chosen) {
        return chosen.chars().boxed().collect(Collectors.toSet());
    }

    private static Comparison numbers(String wanted, String given, BigDecimal tolerance) {
        var right = Quantity.parse(wanted);
        var number = Quantity.parse(given);
        if (right.isEmpty() || number.isEmpty()) {
            return new Different();
        }
        if (number.get().isWithin(BigDecimal.ZERO, right.get())) {
            return new EqualNumber();
        }
        return number.get().isWithin(tolerance, right.get()) ? new NearEnough() : new Different();
    }

    /** NFKC makes full-width characters half-width, and ½ into 1⁄2 with a slash of its own. */
    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .strip()
                .toUpperCase(Locale.ROOT)
                .replace('\u2044', '/')
                .replace('\u2212', '-');
    }
}
