package io.hongbi.submission.marking.sum;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An exact number, as a fraction in its lowest terms.
 *
 * @param denominator more than 0
 */
public record Quantity(BigInteger numerator, BigInteger denominator) {

    private static final int LONGEST = 64;
    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)");
    private static final Pattern FRACTION = Pattern.compile("([+-]?[0-9]+)/([0-9]*[1-9][0-9]*)");

    /** A number with more places is written as a fraction. */
    private static final int MOST_PLACES = 12;

    /**
     * @throws ArithmeticException if the denominator is 0
     */
    public Quantity {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("A fraction's denominator is not 0");
        }
        var common = numerator.gcd(denominator);
        var divisor = denominator.signum() < 0 ? common.negate() : common;
        numerator = numerator.divide(divisor);
        denominator = denominator.divide(divisor);
    }

    static Quantity of(BigInteger whole) {
        return new Quantity(whole, BigInteger.ONE);
    }

    /** Reads {@code -4.50}, {@code .5}, {@code 1/2}; empty where the text is no number. */
    public static Optional<Quantity> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        if (DECIMAL.matcher(text).matches()) {
            return Optional.of(of(new BigDecimal(text)));
        }
        var fraction = FRACTION.matcher(text);
        return fraction.matches()
                ? Optional.of(
                        new Quantity(
                                new BigInteger(fraction.group(1)),
                                new BigInteger(fraction.group(2))))
                : Optional.empty();
    }

    private static Quantity of(BigDecimal decimal) {
        return new Quantity(
                decimal.unscaledValue(),
                BigInteger.TEN.pow(decimal.scale())); // of a text without exponent it is 0 or more
    }

    /** Whether the two are no further apart than that. */
    public boolean isWithin(BigDecimal tolerance, Quantity other) {
        var distance = minus(other);
        return new BigDecimal(distance.numerator.abs())
                        .compareTo(tolerance.multiply(new BigDecimal(distance.denominator)))
                <= 0;
    }

    boolean isZero() {
        return numerator.signum() == 0;
    }

    boolean isNegative() {
        return numerator.signum() < 0;
    }

    boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    boolean isLessThan(Quantity other) {
        return minus(other).isNegative();
    }

    Quantity plus(Quantity other) {
        return new Quantity(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Quantity minus(Quantity other) {
        return plus(new Quantity(other.numerator.negate(), other.denominator));
    }

    Quantity times(Quantity other) {
        return new Quantity(
                numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * @throws ArithmeticException if the other is 0
     */
    Quantity dividedBy(Quantity other) {
        return new Quantity(
                numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** The whole number at or next below it, of a number that is not negative. */
    BigInteger floor() {
        return numerator.divide(denominator);
    }

    /** Whether a decimal is what this number, which has none, comes to in so many places. */
    boolean isRounded(String text) {
        int point = text.indexOf('.');
        if (point < 0 || text.length() - point == 1 || plain().indexOf('/') < 0) {
            return false;
        }
        int places = text.length() - point - 1;
        return parse(text).filter(of(rounded(places))::equals).isPresent();
    }

    private BigDecimal rounded(int places) {
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), places, RoundingMode.HALF_UP);
    }

    /** A decimal without needless zeros, or else a fraction: {@code 2.5}, {@code 1/3}. */
    String plain() {
        var shares =
                numerator.multiply(BigInteger.TEN.pow(MOST_PLACES)).divideAndRemainder(denominator);
        return shares[1].signum() == 0
                ? new BigDecimal(shares[0], MOST_PLACES).stripTrailingZeros().toPlainString()
                : fraction();
    }

    /** Whether a text that says this number does so without anything needless. */
    boolean isPlain(String text) {
        return text.equals(plain()) || (!isWhole() && text.equals(fraction()));
    }

    private String fraction() {
        return numerator + "/" + denominator;
    }
}
