package io.hongbi.submission.marking;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An exact number, as a fraction.
 *
 * @param denominator more than 0
 */
record Quantity(BigDecimal numerator, BigDecimal denominator) {

    private static final int LONGEST = 64;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)");
    private static final Pattern FRACTION = Pattern.compile("([+-]?[0-9]+)/([0-9]*[1-9][0-9]*)");

    /** Reads {@code -4.50}, {@code .5}, {@code 1/2}; empty where the text is no number. */
    static Optional<Quantity> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (DECIMAL.matcher(text).matches()) {
            return Optional.of(new Quantity(new BigDecimal(text), BigDecimal.ONE));
        }
        var fraction = FRACTION.matcher(text);
        return fraction.matches()
                ? Optional.of(
                        new Quantity(
                                new BigDecimal(fraction.group(1)),
                                new BigDecimal(fraction.group(2))))
                : Optional.empty();
    }

    /** Whether the two are no further apart than that. */
    boolean isWithin(BigDecimal tolerance, Quantity other) {
        var distance =
                numerator
                        .multiply(other.denominator)
                        .subtract(other.numerator.multiply(denominator))
                        .abs();
        return distance.compareTo(tolerance.multiply(denominator).multiply(other.denominator)) <= 0;
    }
}
