package io.hongbi.submission.marking;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Marks are decimal numbers of at most two places, written without zeros at their end. */
final class Points {

    static final int PLACES = 2;

    private Points() {}

    /**
     * @throws IllegalArgumentException if it has more than two places
     */
    static BigDecimal of(BigDecimal value) {
        var points = value.stripTrailingZeros();
        if (points.scale() > PLACES) {
            throw new IllegalArgumentException("Marks have at most two places");
        }
        return points.scale() < 0 ? points.setScale(0) : points;
    }

    /**
     * @throws IllegalArgumentException if it is negative or has more than two places
     */
    static BigDecimal atLeastZero(BigDecimal value) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("Points are not negative");
        }
        return of(value);
    }

    /** A share of the points, rounded as in school: half a hundredth goes up. */
    static BigDecimal share(BigDecimal points, int part, int whole) {
        return of(
                points.multiply(BigDecimal.valueOf(part))
                        .divide(BigDecimal.valueOf(whole), PLACES, RoundingMode.HALF_UP));
    }
}
